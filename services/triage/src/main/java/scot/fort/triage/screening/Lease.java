package scot.fort.triage.screening;

import java.time.Instant;
import scot.fort.platform.lifecycle.Grant;

/**
 * A screener's claim to a screening. Once its time is over it is worth nothing, also to the one who had it.
 *
 * @param screener subject of their token
 */
public record Lease(String screener, Instant until) {

    /** Over with the grant at the latest. */
    Lease within(Grant grant) {
        Instant end = grant.until();
        return end != null && end.isBefore(until) ? new Lease(screener, end) : this;
    }

    boolean isInForce(Instant at) {
        return at.isBefore(until);
    }
}
