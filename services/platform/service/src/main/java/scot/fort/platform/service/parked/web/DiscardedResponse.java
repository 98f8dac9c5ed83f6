package scot.fort.platform.service.parked.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import scot.fort.platform.messaging.aggregate.Discarded;
import scot.fort.platform.messaging.consume.Resolved;

/**
 * What a referral goes on without.
 *
 * @param from the first sequence given up
 * @param to the last one
 * @param eventId of the discarded event; absent where what is given up never came
 * @param released how many events were applied that had waited
 * @param left how many events of the referral still wait
 */
record DiscardedResponse(
        String source, long from, long to, @Nullable String eventId, Instant at, int released, int left) {

    static DiscardedResponse of(Resolved.Gone gone) {
        Discarded discarded = gone.discarded();
        return new DiscardedResponse(
                discarded.source(),
                discarded.from(),
                discarded.to(),
                discarded.eventId(),
                discarded.at(),
                gone.released(),
                gone.left());
    }
}
