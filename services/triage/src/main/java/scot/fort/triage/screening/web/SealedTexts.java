package scot.fort.triage.screening.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import scot.fort.events.content.FreeText;
import scot.fort.platform.sealing.KeyDestroyedException;
import scot.fort.platform.sealing.Sealed;
import scot.fort.platform.sealing.Sealer;
import scot.fort.platform.web.problem.Problem;
import scot.fort.platform.web.problem.ProblemException;
import scot.fort.triage.screening.Screening;

/** Seals what is written about one referral, under the key that its content has. */
record SealedTexts(Sealer sealer, String referralId, String keyId, boolean erased) {

    static SealedTexts of(Sealer sealer, String referralId, Screening screening) {
        return new SealedTexts(sealer, referralId, screening.known().content().keyId(), screening.erased());
    }

    /** @throws ProblemException 409 when the content was erased: nothing more can be written then */
    Sealed seal(String text) {
        if (erased) {
            throw refused();
        }
        try {
            return Sealed.of(sealer.seal(keyId, referralId, new FreeText(text)));
        } catch (KeyDestroyedException notHeardOfYet) {
            throw refused();
        }
    }

    private static ProblemException refused() {
        return new ProblemException(
                Problem.illegalTransition("The content of this referral has been erased.", List.of()));
    }

    @Nullable Sealed sealIfPresent(@Nullable String text) {
        return text == null ? null : seal(text);
    }
}
