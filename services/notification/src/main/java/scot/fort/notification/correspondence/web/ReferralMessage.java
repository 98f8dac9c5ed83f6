package scot.fort.notification.correspondence.web;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import scot.fort.notification.correspondence.Correspondence;
import scot.fort.notification.correspondence.Message;
import scot.fort.notification.correspondence.Receipt;

/**
 * A message with the referral that it is about.
 *
 * @param reference none until intake's event is heard
 */
record ReferralMessage(String referralId, @Nullable String reference, Message message) {

    static Stream<ReferralMessage> of(String referralId, Correspondence correspondence) {
        return correspondence.messages().stream().map(message -> of(referralId, correspondence, message));
    }

    static ReferralMessage of(String referralId, Correspondence correspondence, Message message) {
        Receipt receipt = correspondence.receipt();
        return new ReferralMessage(referralId, receipt == null ? null : receipt.reference(), message);
    }
}
