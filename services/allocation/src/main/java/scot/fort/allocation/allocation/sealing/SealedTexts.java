package scot.fort.allocation.allocation.sealing;

import org.apache.avro.specific.SpecificRecord;
import org.springframework.stereotype.Component;
import scot.fort.allocation.allocation.Family;
import scot.fort.allocation.allocation.SealedWords;
import scot.fort.allocation.allocation.Sealing;
import scot.fort.allocation.allocation.Words;
import scot.fort.events.content.FreeText;
import scot.fort.events.content.Views;
import scot.fort.platform.sealing.KeyDestroyedException;
import scot.fort.platform.sealing.Sealed;
import scot.fort.platform.sealing.Sealer;

/** Seals words as the content records that events carry. */
@Component
class SealedTexts implements Sealing {

    private final Sealer sealer;

    SealedTexts(Sealer sealer) {
        this.sealer = sealer;
    }

    @Override
    public SealedWords seal(Family family, Words words) {
        String text = words.text();
        Words.Views views = words.views();
        return new SealedWords(
                text == null ? null : sealed(family, new FreeText(text)),
                views == null ? null : sealed(family, new Views(views.child(), views.parentCarer())));
    }

    private Sealed sealed(Family family, SpecificRecord content) {
        String keyId = family.keyId();
        if (keyId == null) {
            throw new KeyDestroyedException("of referral " + family.referralId());
        }
        return Sealed.of(sealer.seal(keyId, family.referralId(), content));
    }
}
