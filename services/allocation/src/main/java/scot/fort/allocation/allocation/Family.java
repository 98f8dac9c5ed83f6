package scot.fort.allocation.allocation;

import java.util.List;
import scot.fort.platform.lifecycle.Lane;

/**
 * Whom the referral is about, as far as allocation needs to know.
 *
 * @param reference the speakable one
 * @param restricted visible to nobody without a grant
 * @param keyId the referral's data key, under which what people write is sealed
 */
public record Family(
        String referralId, String reference, Lane lane, boolean restricted, String keyId, List<Child> children) {

    Family corrected(List<Child> now) {
        return new Family(referralId, reference, lane, restricted, keyId, now);
    }
}
