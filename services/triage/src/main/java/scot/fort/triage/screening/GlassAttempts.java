package scot.fort.triage.screening;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How often a person may try to break the glass: more often than any emergency asks for, and too seldom to find out by trying
 * which referrals there are. Counted over all instances, and an attempt counts whatever comes of it: it moves a time of the
 * person's on by its share of an hour, and never further than an hour ahead.
 */
public final class GlassAttempts {

    private static final Duration AHEAD = Duration.ofHours(1);

    private final UsedUntil used;
    private final Duration share;
    private final Clock clock;

    /** @param anHour how many within an hour */
    public GlassAttempts(UsedUntil used, int anHour, Clock clock) {
        this.used = used;
        this.share = AHEAD.dividedBy(anHour);
        this.clock = clock;
    }

    /** The time of each person, for all instances together. */
    public interface UsedUntil {

        /** @return none of somebody who has never tried */
        @Nullable Instant find(String person);

        /** @return whether it was still what was found, and so is moved */
        boolean move(String person, @Nullable Instant found, Instant to);
    }

    /**
     * Counts an attempt. Where another came in between, it is counted again: at most as often as attempts are left.
     *
     * @return how long the person has to wait; zero where this attempt may go on
     */
    public Duration take(String person) {
        while (true) {
            Instant found = used.find(person);
            Instant now = clock.instant();
            Instant after = (found == null || found.isBefore(now) ? now : found).plus(share);
            Duration wait = Duration.between(now.plus(AHEAD), after);
            if (wait.isPositive()) {
                return wait;
            }
            if (used.move(person, found, after)) {
                return Duration.ZERO;
            }
        }
    }
}
