package scot.fort.platform.messaging.consume;

import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import scot.fort.events.common.EventMetadata;

/**
 * Reacts to one type of event. A function of the state and the event alone: it may be called again with the same.
 *
 * @param <T> type of event
 */
@FunctionalInterface
public interface Reaction<S, E, T extends SpecificRecord> {

    /** @param state null when nothing is known of the referral yet */
    Reacted<S, E> to(@Nullable S state, T event, EventMetadata metadata);
}
