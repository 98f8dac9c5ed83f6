package scot.fort.platform.messaging.aggregate;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which parked events, those that have waited longest first.
 *
 * @param aggregateId only those of this document
 * @param source only those that this service told
 * @param after the one that they follow
 * @param limit how many at most
 */
public record WaitingQuery(
        @Nullable String aggregateId,
        @Nullable String source,
        @Nullable After after,
        int limit) {

    /** A place in the list. */
    public record After(Instant parkedAt, String aggregateId, String source, long sequence, String collection) {}
}
