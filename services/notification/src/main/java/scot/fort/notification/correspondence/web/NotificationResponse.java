package scot.fort.notification.correspondence.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import scot.fort.notification.correspondence.Attempt;
import scot.fort.notification.correspondence.Message;
import scot.fort.notification.correspondence.MessageState;
import scot.fort.notification.correspondence.Template;

/**
 * A message as an operator sees it.
 *
 * @param template what it tells, as a code
 * @param recipientRole in which role somebody is told
 * @param recipientOrganisation empty until the referral is known
 * @param nextAttemptAt none when it is sent or given up
 */
record NotificationResponse(
        String id,
        String referralId,
        @Nullable String reference,
        String channel,
        Template template,
        Template.Recipient recipientRole,
        String recipientOrganisation,
        @Nullable String offerId,
        MessageState state,
        Instant queuedAt,
        @Nullable Instant nextAttemptAt,
        List<AttemptResponse> attempts) {

    private static final String EMAIL = "EMAIL";

    /**
     * One try.
     *
     * @param fault code; none while it is under way or when it succeeded
     */
    record AttemptResponse(Instant at, @Nullable String fault) {

        static AttemptResponse of(Attempt attempt) {
            return new AttemptResponse(attempt.at(), attempt.fault());
        }
    }

    static NotificationResponse of(ReferralMessage about) {
        Message message = about.message();
        return new NotificationResponse(
                message.id(),
                about.referralId(),
                about.reference(),
                EMAIL,
                message.template(),
                message.template().recipient(),
                message.organisation(),
                message.offerId(),
                message.state(),
                message.queuedAt(),
                message.dueAt(),
                message.attempts().stream().map(AttemptResponse::of).toList());
    }
}
