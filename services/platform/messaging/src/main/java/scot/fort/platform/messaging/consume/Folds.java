package scot.fort.platform.messaging.consume;

import java.time.Clock;
import scot.fort.platform.messaging.aggregate.Aggregate;
import scot.fort.platform.messaging.aggregate.Parked;

/**
 * How a consumer folds events into aggregates.
 *
 * @param service in whose name it reacts
 * @param collection of the aggregates
 */
record Folds<S, E>(
        String service,
        String collection,
        Reactions<S, E> reactions,
        EventDecoder decoder,
        Alarms alarms,
        Clock clock) {

    Fold<S, E> of(Aggregate<S> loaded) {
        return new Fold<>(loaded, this);
    }

    /** The same for the same event, however often it is parked. */
    String parkedId(Incoming incoming) {
        return Parked.id(collection, incoming.key(), incoming.source(), incoming.sequence());
    }
}
