package scot.fort.triage.screening;

import java.time.Duration;
import java.time.Instant;

/**
 * Who carries out a command, when, and under which policies.
 *
 * @param who subject of their token
 * @param lease how long a claim holds
 */
public record Acting(String who, Instant at, ClockPolicy clocks, Duration lease) {

    Lease claim() {
        return new Lease(who, at.plus(lease));
    }
}
