package scot.fort.allocation.allocation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import scot.fort.platform.lifecycle.Lane;

/**
 * Whom the referral is about, as far as allocation needs to know.
 *
 * @param reference the speakable one
 * @param restricted visible to nobody without a grant
 * @param onConsent whether their data is shared on the basis of consent (UK GDPR, article 6)
 * @param consentChange the last word on consent since the referral was sent
 * @param keyId the referral's data key, under which what people write is sealed; none once the referral has been erased
 */
public record Family(
        String referralId,
        String reference,
        Lane lane,
        boolean restricted,
        boolean onConsent,
        @Nullable ConsentChange consentChange,
        @Nullable String keyId,
        List<Child> children) {

    Family corrected(List<Child> now) {
        return new Family(referralId, reference, lane, restricted, onConsent, consentChange, keyId, now);
    }

    Family changed(ConsentChange consent) {
        return new Family(referralId, reference, lane, restricted, onConsent, consent, keyId, children);
    }

    Family contentErased() {
        return new Family(referralId, reference, lane, restricted, onConsent, consentChange, null, children);
    }

    public boolean isErased() {
        return keyId == null;
    }

    /** Whether they have taken their consent back. */
    public boolean consentWithdrawn() {
        return consentChange != null && !consentChange.given();
    }
}
