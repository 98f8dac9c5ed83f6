package scot.fort.notification.correspondence;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import scot.fort.platform.lifecycle.Decision;
import scot.fort.platform.messaging.Cause;
import scot.fort.platform.messaging.Ids;
import scot.fort.platform.messaging.aggregate.Aggregate;

/**
 * Sends what is due. Any number of instances may: an attempt begins with a guarded write that holds off the others for
 * the length of a lease, and ends with one that records what came of it. An instance that dies in between leaves the
 * message to be sent once more under the same Message-ID.
 */
public final class Dispatcher {

    private static final int BATCH = 50;

    private final Correspondences correspondences;
    private final Postman postman;
    private final RetryPolicy policy;
    private final Clock clock;
    private final Ids ids;

    public Dispatcher(Correspondences correspondences, Postman postman, RetryPolicy policy, Clock clock, Ids ids) {
        this.correspondences = correspondences;
        this.postman = postman;
        this.policy = policy;
        this.clock = clock;
        this.ids = ids;
    }

    /** Sends one due message of each correspondence, until none is due. */
    public void sendDue() {
        List<Aggregate<Correspondence>> due;
        do {
            due = correspondences.due(clock.instant(), BATCH);
            due.forEach(this::sendNext);
        } while (!due.isEmpty());
    }

    private void sendNext(Aggregate<Correspondence> loaded) {
        Correspondence correspondence = loaded.require();
        Optional<Message> next = correspondence.due(clock.instant());
        if (next.isEmpty()) {
            return;
        }
        Message message = next.get();
        Correspondence begun = correspondence.begin(message.id(), clock.instant(), policy);
        if (correspondences.save(loaded, new Decision.Accepted<>(begun, List.of()), cause())) {
            Outcome outcome = postman.deliver(loaded.id(), begun, message);
            record(loaded.id(), message.id(), message.attempts().size() + 1, outcome);
        }
    }

    private void record(String referralId, String messageId, int attempt, Outcome outcome) {
        boolean recorded = false;
        while (!recorded) {
            Aggregate<Correspondence> loaded = correspondences.of(referralId).orElseThrow();
            Correspondence state = loaded.require();
            DeliveryFault fault = outcome.fault();
            recorded = correspondences.save(
                    loaded,
                    fault == null
                            ? state.sent(messageId, attempt)
                            : state.failed(messageId, attempt, fault, clock.instant(), policy),
                    cause());
        }
    }

    private Cause cause() {
        return Cause.of("notification", ids);
    }
}
