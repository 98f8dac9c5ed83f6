package scot.fort.triage.screening;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A time in which the hub waits for an answer of the referrer.
 *
 * @param to none while it lasts
 */
public record Hold(Instant from, @Nullable Instant to) {

    boolean isOpen() {
        return to == null;
    }

    /** Never ends before it began, even where the clocks of two services differ. */
    Hold endedAt(Instant at) {
        return new Hold(from, at.isBefore(from) ? from : at);
    }
}
