package scot.fort.notification.correspondence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import scot.fort.platform.lifecycle.Decision;
import scot.fort.platform.lifecycle.Decision.Accepted;
import scot.fort.platform.sealing.Sealed;

/**
 * The messages about one referral, and the sealed addresses they go to.
 *
 * @param receipt none until intake's event is heard; until then nothing is sent
 * @param providers address of the provider, by offer
 * @param nextDueAt earliest {@code dueAt} of a message; none when there is nothing to send
 */
public record Correspondence(
        @Nullable Receipt receipt,
        Map<String, Sealed> providers,
        List<Message> messages,
        @Nullable Instant nextDueAt) {

    /** In place of an organisation: the hub and the coordinators. */
    private static final String TEAMS = "teams";

    /** In place of an organisation: the hub. */
    private static final String HUB = "hub";

    /** In place of an organisation: the managers of the hub. */
    private static final String MANAGERS = "managers";

    public static Correspondence empty() {
        return new Correspondence(null, Map.of(), List.of(), null);
    }

    /** The referral is known, and with it the referrer's address and the reference that every message names. */
    public Correspondence received(Receipt newReceipt) {
        List<Message> addressed = messages.stream()
                .map(message -> message.organisation().isEmpty()
                        ? new Message(
                                message.id(),
                                message.template(),
                                message.offerId(),
                                newReceipt.organisation(),
                                message.state(),
                                message.queuedAt(),
                                message.dueAt(),
                                message.attempts())
                        : message)
                .toList();
        return with(newReceipt, providers, addressed);
    }

    /** The referrer is to be told. */
    public Accepted<Correspondence, NotificationEvent> tellReferrer(String messageId, Template template, Instant at) {
        String organisation = receipt == null ? "" : receipt.organisation();
        return queue(Message.queued(messageId, template, null, organisation, at));
    }

    /** A provider is to be told of an offer. */
    public Accepted<Correspondence, NotificationEvent> tellProvider(
            String messageId, Template template, String offerId, String provider, Instant at) {
        return queue(Message.queued(messageId, template, offerId, provider, at));
    }

    /** Those who work on the referral are to be told. */
    public Accepted<Correspondence, NotificationEvent> tellTeams(String messageId, Template template, Instant at) {
        return queue(Message.queued(messageId, template, null, TEAMS, at));
    }

    /** Those who screen are to be told. */
    public Accepted<Correspondence, NotificationEvent> tellHub(String messageId, Template template, Instant at) {
        return queue(Message.queued(messageId, template, null, HUB, at));
    }

    /** Those who answer for the hub's work are to be told. */
    public Accepted<Correspondence, NotificationEvent> tellManagers(String messageId, Template template, Instant at) {
        return queue(Message.queued(messageId, template, null, MANAGERS, at));
    }

    /** The address of the provider of an offer; not kept once the referral was erased. */
    public Correspondence withProvider(String offerId, Sealed address) {
        if (isErased()) {
            return this;
        }
        Map<String, Sealed> more = new HashMap<>(providers);
        more.put(offerId, address);
        return with(receipt, more, messages);
    }

    /** No address of the referral can be opened any more: none is kept, and what was still to be sent there is given up. */
    public Accepted<Correspondence, NotificationEvent> contentErased() {
        if (receipt == null) {
            return new Accepted<>(this, List.of());
        }
        List<NotificationEvent> events = new ArrayList<>();
        List<Message> left = new ArrayList<>();
        for (Message message : messages) {
            boolean lost = message.state() == MessageState.QUEUED && message.goesToAReferralsAddress();
            left.add(lost ? message.givenUp() : message);
            if (lost) {
                events.add(new NotificationEvent.GivenUp(
                        message.id(), message.attempts().size(), DeliveryFault.ADDRESS_ERASED.name()));
            }
        }
        return new Accepted<>(with(receipt.withoutContent(), Map.of(), left), events);
    }

    private boolean isErased() {
        return receipt != null && receipt.content() == null;
    }

    private Accepted<Correspondence, NotificationEvent> queue(Message message) {
        List<Message> more = new ArrayList<>(messages);
        more.add(message);
        return accepted(with(receipt, providers, more), new NotificationEvent.Queued(message));
    }

    /** Whether it is restricted is not known before its receipt is, so until then it counts as such. */
    public boolean isRestricted() {
        return receipt == null || receipt.restricted();
    }

    /** A message whose time has come; none while the reference is not known. */
    public Optional<Message> due(Instant now) {
        return receipt == null
                ? Optional.empty()
                : messages.stream()
                        .filter(message ->
                                message.dueAt() != null && !message.dueAt().isAfter(now))
                        .findFirst();
    }

    /** An attempt begins; nobody else tries the message until the lease is over. */
    public Correspondence begin(String messageId, Instant now, RetryPolicy policy) {
        return change(messageId, message -> message.begun(now, now.plus(policy.lease())));
    }

    /**
     * The mail server took the message, by whichever attempt; that of another that outlived its lease adds nothing.
     *
     * @param attempt the how many-th
     */
    public Accepted<Correspondence, NotificationEvent> sent(String messageId, int attempt) {
        return message(messageId).state() == MessageState.SENT
                ? new Accepted<>(this, List.of())
                : accepted(change(messageId, Message::sent), new NotificationEvent.Sent(messageId, attempt));
    }

    /**
     * The attempt failed; the message waits for the next or is given up. Of an attempt that outlived its lease, another
     * has begun since or the message is through, and its failure says nothing more.
     *
     * @param attempt the how many-th
     */
    public Accepted<Correspondence, NotificationEvent> failed(
            String messageId, int attempt, DeliveryFault fault, Instant now, RetryPolicy policy) {
        Message message = message(messageId);
        int attempts = message.attempts().size();
        if (message.state() != MessageState.QUEUED || attempt < attempts) {
            return new Accepted<>(this, List.of());
        }
        Instant next = policy.next(attempts, fault, now);
        Correspondence after = change(messageId, known -> known.failed(fault.name(), next));
        return accepted(
                after,
                next == null
                        ? new NotificationEvent.GivenUp(messageId, attempts, fault.name())
                        : new NotificationEvent.Failed(messageId, attempts, fault.name()));
    }

    /** An operator wants it tried again. */
    public Decision<Correspondence, NotificationEvent> retry(String messageId, Instant now) {
        Message message = message(messageId);
        if (message.state() != MessageState.GIVEN_UP) {
            return Decision.illegal(
                    "Only a message that was given up can be tried again.",
                    message.state().next());
        }
        if (isErased() && message.goesToAReferralsAddress()) {
            return Decision.illegal("The address was erased with the referral.", Set.of());
        }
        Message again = message.queuedAgain(now);
        return accepted(change(messageId, any -> again), new NotificationEvent.Queued(again));
    }

    private static Accepted<Correspondence, NotificationEvent> accepted(Correspondence state, NotificationEvent event) {
        return new Accepted<>(state, List.of(event));
    }

    /** @throws java.util.NoSuchElementException when there is none of this id */
    public Message message(String messageId) {
        return messages.stream()
                .filter(message -> message.id().equals(messageId))
                .findFirst()
                .orElseThrow();
    }

    private Correspondence change(String messageId, UnaryOperator<Message> change) {
        List<Message> changed = messages.stream()
                .map(message -> message.id().equals(messageId) ? change.apply(message) : message)
                .toList();
        return with(receipt, providers, changed);
    }

    private static Correspondence with(
            @Nullable Receipt receipt, Map<String, Sealed> providers, List<Message> messages) {
        Instant next = receipt == null
                ? null
                : messages.stream()
                        .map(Message::dueAt)
                        .filter(Objects::nonNull)
                        .min(Instant::compareTo)
                        .orElse(null);
        return new Correspondence(receipt, providers, messages, next);
    }
}
