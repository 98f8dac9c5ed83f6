package scot.fort.intake.admission;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;

/**
 * Whether one more referral may be taken. What waits is counted only while events do not leave as they should, and never
 * by a request: a request knows the last count and what this instance has accepted since.
 */
public final class Admission {

    private final Bound bound;
    private final Supplier<Duration> age;
    private final IntUnaryOperator waiting;
    private final AtomicLong accepted = new AtomicLong();
    private final Counter refused;
    private volatile Counted last = new Counted(0, 0);

    /**
     * How much may wait.
     *
     * @param limit referrals
     * @param headroom referrals beyond it, for those that are urgent
     * @param countAfter how long the oldest event must have waited before the backlog is counted
     * @param retryAfter when a sender that was refused is to try again
     */
    public record Bound(int limit, int headroom, Duration countAfter, Duration retryAfter) {}

    /** @param acceptedBefore what this instance had accepted when the count began */
    private record Counted(int waiting, long acceptedBefore) {}

    /**
     * Open until {@link #look()} says otherwise.
     *
     * @param age of the oldest event that has not left
     * @param waiting counts the referrals with such events, up to a bound
     */
    public Admission(Bound bound, Supplier<Duration> age, IntUnaryOperator waiting, MeterRegistry meters) {
        this.bound = bound;
        this.age = age;
        this.waiting = waiting;
        this.refused = Counter.builder("fort.intake.refused")
                .description("Submissions refused because too much waits already")
                .register(meters);
        Gauge.builder("fort.intake.backlog", this, Admission::backlog)
                .description("Referrals with events that are not sent yet, as far as known")
                .register(meters);
    }

    /** An urgent one is taken as long as there is any room at all. */
    public boolean isOpenTo(boolean urgent) {
        return backlog() < (urgent ? all() : bound.limit());
    }

    public void accepted() {
        accepted.incrementAndGet();
    }

    /** One was refused. @return when to try again */
    public Duration refused() {
        refused.increment();
        return bound.retryAfter();
    }

    /**
     * To be called again and again. A count that fails leaves the last one in force, with all that was accepted since; what
     * is accepted while the count runs may be counted twice, until the next.
     */
    public void look() {
        long before = accepted.get();
        boolean leaving = age.get().compareTo(bound.countAfter()) < 0;
        last = new Counted(leaving ? 0 : waiting.applyAsInt(all()), before);
    }

    private long backlog() {
        Counted known = last;
        return known.waiting() + accepted.get() - known.acceptedBefore();
    }

    private int all() {
        return bound.limit() + bound.headroom();
    }
}
