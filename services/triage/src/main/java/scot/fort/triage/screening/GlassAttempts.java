package scot.fort.triage.screening;

import java.time.Clock;
import java.time.Duration;
import scot.fort.platform.web.rate.Rates;

/**
 * How often a person may try to break the glass: more often than any emergency asks for, and too seldom to find out by trying
 * which referrals there are. Counted at this instance alone, and an attempt counts whatever comes of it.
 */
public final class GlassAttempts {

    private final Rates<String> left;

    /** @param anHour how many within an hour */
    public GlassAttempts(int anHour, Clock clock) {
        this.left = new Rates<>(anHour, Duration.ofHours(1), clock);
    }

    /** @return how long the person has to wait; zero where this attempt may go on */
    public Duration take(String person) {
        return left.take(person);
    }
}
