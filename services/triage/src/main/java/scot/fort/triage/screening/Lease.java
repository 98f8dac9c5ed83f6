package scot.fort.triage.screening;

import java.time.Instant;

/**
 * A screener's claim to a screening. Once its time is over it is worth nothing, also to the one who had it.
 *
 * @param screener subject of their token
 */
public record Lease(String screener, Instant until) {

    boolean isInForce(Instant at) {
        return at.isBefore(until);
    }
}
