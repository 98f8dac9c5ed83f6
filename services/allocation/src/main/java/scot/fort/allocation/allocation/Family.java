package scot.fort.allocation.allocation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import scot.fort.platform.lifecycle.Consent;
import scot.fort.platform.lifecycle.Consents;
import scot.fort.platform.lifecycle.Lane;

/**
 * Whom the referral is about, as far as allocation needs to know.
 *
 * @param reference the speakable one
 * @param restricted visible to nobody without a grant
 * @param onConsent whether their data is shared on the basis of consent (UK GDPR, article 6)
 * @param consentChanges what has been said of consent since the referral was sent
 * @param keyId the referral's data key, under which what people write is sealed; none once the referral has been erased
 */
public record Family(
        String referralId,
        String reference,
        Lane lane,
        boolean restricted,
        boolean onConsent,
        Consents consentChanges,
        @Nullable String keyId,
        List<Child> children) {

    Family corrected(List<Child> now) {
        return new Family(referralId, reference, lane, restricted, onConsent, consentChanges, keyId, now);
    }

    Family changed(Consent consent) {
        return new Family(
                referralId, reference, lane, restricted, onConsent, consentChanges.and(consent), keyId, children);
    }

    Family contentErased() {
        return new Family(referralId, reference, lane, restricted, onConsent, consentChanges, null, children);
    }

    /** Why no service may be chosen for them by itself, as a code; none where one may. */
    @Nullable String endsSearch() {
        if (isErased()) {
            return "CONTENT_ERASED";
        }
        return consentWithdrawn() ? "CONSENT_WITHDRAWN" : null;
    }

    public boolean isErased() {
        return keyId == null;
    }

    /** Whether one of them has taken their consent back. */
    public boolean consentWithdrawn() {
        return consentChanges.areRefused();
    }
}
