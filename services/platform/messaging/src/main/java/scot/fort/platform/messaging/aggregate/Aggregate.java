package scot.fort.platform.messaging.aggregate;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An aggregate as it was loaded.
 *
 * @param version raised by every write of a command or a consumer; what an ETag carries
 * @param sequence of the last event of this aggregate
 * @param state null while all that is known are events that wait for an earlier one
 * @param positions how far each source's events have been applied
 * @param parked events that wait, in sequence
 * @param discarded what it goes on without, as an operator decided
 */
public record Aggregate<S>(
        String id,
        long version,
        long sequence,
        @Nullable S state,
        Map<String, Position> positions,
        List<Parked> parked,
        List<Discarded> discarded) {

    /** One of which nothing is known. */
    public static <S> Aggregate<S> absent(String id) {
        return new Aggregate<>(id, 0, 0, null, Map.of(), List.of(), List.of());
    }

    public boolean isStored() {
        return version > 0;
    }

    /**
     * The state of an aggregate that a command works on.
     *
     * @throws IllegalStateException when nothing is known yet
     */
    public S require() {
        if (state == null) {
            throw new IllegalStateException("No state yet in " + id);
        }
        return state;
    }
}
