package scot.fort.notification.correspondence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One message to one recipient.
 *
 * @param id the id of the event that gave rise to it
 * @param offerId the offer it is about, where it goes to a provider
 * @param organisation the recipient's
 * @param dueAt when to try next; none once it is sent or given up
 * @param attempts the oldest first
 */
public record Message(
        String id,
        Template template,
        @Nullable String offerId,
        String organisation,
        MessageState state,
        Instant queuedAt,
        @Nullable Instant dueAt,
        List<Attempt> attempts) {

    static Message queued(
            String id, Template template, @Nullable String offerId, String organisation, Instant queuedAt) {
        return new Message(id, template, offerId, organisation, MessageState.QUEUED, queuedAt, queuedAt, List.of());
    }

    Message begun(Instant at, Instant leaseUntil) {
        List<Attempt> more = new ArrayList<>(attempts);
        more.add(new Attempt(at, null));
        return with(MessageState.QUEUED, leaseUntil, more);
    }

    Message sent() {
        return with(MessageState.SENT, null, attempts);
    }

    Message failed(String fault, @Nullable Instant nextAt) {
        List<Attempt> more = new ArrayList<>(attempts);
        more.set(more.size() - 1, new Attempt(more.getLast().at(), fault));
        return with(nextAt == null ? MessageState.GIVEN_UP : MessageState.QUEUED, nextAt, more);
    }

    /** Whether it goes to somebody whose address only the referral has. */
    public boolean goesToAReferralsAddress() {
        return switch (template.recipient()) {
            case REFERRER, PROVIDER -> true;
            case TEAMS, HUB, MANAGERS -> false;
        };
    }

    Message givenUp() {
        return with(MessageState.GIVEN_UP, null, attempts);
    }

    Message queuedAgain(Instant at) {
        return with(MessageState.QUEUED, at, attempts);
    }

    private Message with(MessageState newState, @Nullable Instant newDueAt, List<Attempt> newAttempts) {
        return new Message(id, template, offerId, organisation, newState, queuedAt, newDueAt, newAttempts);
    }
}
