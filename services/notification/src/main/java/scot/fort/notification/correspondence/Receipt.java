package scot.fort.notification.correspondence;

import org.jspecify.annotations.Nullable;
import scot.fort.platform.sealing.Sealed;

/**
 * What intake told of the referral.
 *
 * @param organisation the referrer's
 * @param content the referral as it was sent, in which the referrer's address is; none once it was erased
 * @param restricted visible to nobody without a grant
 */
public record Receipt(
        String reference, String organisation, @Nullable Sealed content, boolean restricted) {

    Receipt withoutContent() {
        return new Receipt(reference, organisation, null, restricted);
    }
}
