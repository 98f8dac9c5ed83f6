package scot.fort.triage.screening.web;

import org.jspecify.annotations.Nullable;
import scot.fort.events.content.FreeText;
import scot.fort.platform.sealing.KeyDestroyedException;
import scot.fort.platform.sealing.Sealed;
import scot.fort.platform.sealing.Sealer;
import scot.fort.triage.screening.Screening;

/**
 * Seals what is written about one referral, under the key that its content has.
 *
 * @param erased whether that is known, for a key may be cached for a while after it was destroyed
 */
record SealedTexts(Sealer sealer, String referralId, String keyId, boolean erased) {

    static SealedTexts of(Sealer sealer, String referralId, Screening screening) {
        return new SealedTexts(sealer, referralId, screening.known().content().keyId(), screening.erased());
    }

    /** Of a referral whose content was erased no text is kept. */
    Sealed seal(String text) {
        return erased ? new Sealed(keyId, new byte[0]) : Sealed.of(sealer.seal(keyId, referralId, new FreeText(text)));
    }

    /** Nothing where the content was erased. */
    @Nullable Sealed sealUnlessErased(String text) {
        if (erased) {
            return null;
        }
        try {
            return seal(text);
        } catch (KeyDestroyedException destroyed) {
            return null;
        }
    }

    @Nullable Sealed sealIfPresent(@Nullable String text) {
        return text == null ? null : seal(text);
    }
}
