package scot.fort.intake.referral;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Looks from time to time, and first at the start, whether the key of any erased referral has come back. A look that failed
 * is no look: the next round tries again, since what has come back can be read until then.
 */
public final class KeyRevision {

    private final Runnable look;
    private final Duration interval;
    private final Clock clock;
    private Instant next = Instant.MIN;

    /** @param look that is to be repeated if it fails */
    public KeyRevision(Runnable look, Duration interval, Clock clock) {
        this.look = look;
        this.interval = interval;
        this.clock = clock;
    }

    /** To be called again and again, by one thread. */
    public void round() {
        if (!clock.instant().isBefore(next)) {
            look.run();
            next = clock.instant().plus(interval);
        }
    }
}
