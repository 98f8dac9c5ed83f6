package scot.fort.platform.messaging.aggregate;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a command or a batch of events makes of an aggregate.
 *
 * @param state null while nothing but parked events is known
 * @param positions as they are after the change
 * @param parked as they are after the change
 * @param discarded as they are after the change
 */
public record Change<S, E>(
        Aggregate<S> loaded,
        @Nullable S state,
        List<Caused<E>> events,
        Map<String, Position> positions,
        List<Parked> parked,
        List<Discarded> discarded) {

    Change(Aggregate<S> loaded, S state, List<Caused<E>> events) {
        this(loaded, state, events, loaded.positions(), loaded.parked());
    }

    /** One that discards nothing. */
    public Change(
            Aggregate<S> loaded,
            @Nullable S state,
            List<Caused<E>> events,
            Map<String, Position> positions,
            List<Parked> parked) {
        this(loaded, state, events, positions, parked, loaded.discarded());
    }

    /** What is stored once it is written. */
    Aggregate<S> made() {
        return new Aggregate<>(
                loaded.id(),
                loaded.version() + 1,
                loaded.sequence() + events.size(),
                state,
                positions,
                parked,
                discarded);
    }
}
