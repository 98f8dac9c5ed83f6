package scot.fort.triage.matching;

import java.time.Instant;
import java.util.Comparator;

/** That a referral came, in the order in which referrals did; of two that came at once, the one of the lesser id is first. */
public record Arrival(Instant receivedAt, String referralId) implements Comparable<Arrival> {

    private static final Comparator<Arrival> ORDER =
            Comparator.comparing(Arrival::receivedAt).thenComparing(Arrival::referralId);

    @Override
    public int compareTo(Arrival other) {
        return ORDER.compare(this, other);
    }

    public boolean isBefore(Arrival other) {
        return compareTo(other) < 0;
    }
}
