package scot.fort.platform.messaging.consume;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import scot.fort.platform.messaging.aggregate.Waiting;
import scot.fort.platform.messaging.aggregate.WaitingCount;
import scot.fort.platform.messaging.aggregate.WaitingQuery;

/** What waits in a service, of whichever consumer, and what an operator can do about it. */
public final class ParkedEvents {

    private final List<ParkedIn<?, ?>> consumers = new CopyOnWriteArrayList<>();

    ParkedEvents() {}

    void include(ParkedIn<?, ?> consumer) {
        consumers.add(consumer);
    }

    public List<Waiting> list(WaitingQuery query) {
        return consumers.stream()
                .flatMap(consumer -> consumer.room().list(query).stream())
                .sorted()
                .limit(query.limit())
                .toList();
    }

    public WaitingCount count() {
        return consumers.stream()
                .map(consumer -> consumer.room().count())
                .reduce(WaitingCount.NONE, WaitingCount::plus);
    }

    /**
     * Tries an event again, and with it what it holds up: one read, one write, none when nothing has changed.
     *
     * @return none when nothing waits under this id, or no more
     */
    public Optional<Resolved> retry(String id) {
        return first(consumer -> consumer.retry(id));
    }

    /**
     * Lets a referral go on without an event, and applies what it held up: one read, one write.
     *
     * @param by the subject of the operator's token
     * @return none when nothing waits under this id, or no more
     */
    public Optional<Resolved> discard(String id, DiscardReason reason, String by) {
        return first(consumer -> consumer.discard(id, reason, by));
    }

    private Optional<Resolved> first(Function<ParkedIn<?, ?>, Optional<Resolved>> work) {
        return consumers.stream()
                .flatMap(consumer -> work.apply(consumer).stream())
                .findFirst();
    }
}
