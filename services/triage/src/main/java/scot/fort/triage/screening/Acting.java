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

    /** In whose name this service does what follows from its rules, its clocks or what it hears. */
    public static final String SERVICE = "triage";

    /** A claim for the one who acts. */
    Lease claim(Screening screening) {
        return claim(screening, who);
    }

    /** Where the screener sees the screening by a grant, the claim is over with the grant at the latest. */
    Lease claim(Screening screening, String screener) {
        Lease whole = new Lease(screener, at.plus(lease));
        return screening.granted().inForce(screener, at).map(whole::within).orElse(whole);
    }
}
