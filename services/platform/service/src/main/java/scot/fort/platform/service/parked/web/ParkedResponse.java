package scot.fort.platform.service.parked.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import scot.fort.platform.messaging.aggregate.Waiting;

/**
 * An event that waits.
 *
 * @param waitsIn the collection whose documents it was to change; the same event may wait in another, too
 * @param eventId as its sender gave it, which need not be a UUID
 * @param waitsFor the sequence of the event of the same source whose turn comes first; absent when it is this one's
 */
record ParkedResponse(
        String id,
        String waitsIn,
        String referralId,
        String source,
        long sequence,
        String eventId,
        String type,
        String reason,
        Instant parkedAt,
        @Nullable Long waitsFor) {

    static ParkedResponse of(Waiting waiting) {
        return new ParkedResponse(
                waiting.id(),
                waiting.collection(),
                waiting.aggregateId(),
                waiting.source(),
                waiting.sequence(),
                waiting.eventId(),
                waiting.type(),
                waiting.reason(),
                waiting.parkedAt(),
                waiting.waitsFor());
    }
}
