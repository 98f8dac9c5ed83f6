package scot.fort.platform.messaging.aggregate;

import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A parked event as a list shows it, without its content.
 *
 * @param collection of the document that it waits in
 * @param aggregateId of that document
 * @param reached the position of its source there
 */
public record Waiting(
        String id,
        String collection,
        String aggregateId,
        String source,
        long sequence,
        String eventId,
        String type,
        String reason,
        Instant parkedAt,
        long reached)
        implements Comparable<Waiting> {

    private static final Comparator<Waiting> AS_LISTED = Comparator.comparing(Waiting::parkedAt)
            .thenComparing(Waiting::aggregateId)
            .thenComparing(Waiting::source)
            .thenComparingLong(Waiting::sequence)
            .thenComparing(Waiting::collection);

    /** The one that has waited longest first. */
    @Override
    public int compareTo(Waiting other) {
        return AS_LISTED.compare(this, other);
    }

    /** The event of the same source whose turn comes first; null when it is this one's. */
    public @Nullable Long waitsFor() {
        return sequence == reached + 1 ? null : reached + 1;
    }
}
