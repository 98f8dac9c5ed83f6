package scot.fort.timeline.history.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import scot.fort.platform.lifecycle.Lane;
import scot.fort.platform.lifecycle.Priority;
import scot.fort.platform.lifecycle.Status;

/**
 * The history of one referral.
 *
 * @param asOf when this was read
 * @param positions the last event of each service that is in it
 */
record TimelineResponse(
        String referralId,
        @Nullable String reference,
        Status status,
        @Nullable Lane lane,
        @Nullable Priority priority,
        boolean restricted,
        @Nullable String organisation,
        @Nullable Instant receivedAt,
        List<EntryResponse> entries,
        Instant asOf,
        Map<String, Long> positions) {

    /**
     * One event of it.
     *
     * @param actor not for every reader
     * @param summary a sentence for people
     * @param details what the event says; with what was sealed where the reader may see it
     * @param erased true where something was sealed that nobody can open any more
     */
    record EntryResponse(
            String type,
            Instant occurredAt,
            Instant recordedAt,
            String source,
            long sequence,
            @Nullable String actor,
            String organisation,
            String summary,
            @Nullable Map<String, Object> details,
            @Nullable Boolean erased) {}
}
