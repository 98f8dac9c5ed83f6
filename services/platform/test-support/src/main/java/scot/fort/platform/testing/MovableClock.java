package scot.fort.platform.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that a test moves, to the millisecond. */
public final class MovableClock extends Clock {

    private final Clock base;
    private final AtomicReference<Duration> moved = new AtomicReference<>(Duration.ZERO);

    private MovableClock(Clock base) {
        this.base = base;
    }

    /** Goes on as time does. */
    public static MovableClock goingFrom(Instant start) {
        Clock real = Clock.systemUTC();
        return new MovableClock(Clock.offset(real, Duration.between(real.instant(), start)));
    }

    /** Goes only when it is moved. */
    public static MovableClock standingAt(Instant time) {
        return new MovableClock(Clock.fixed(time, ZoneOffset.UTC));
    }

    public void forward(Duration by) {
        moved.accumulateAndGet(by, Duration::plus);
    }

    /** Takes all moves back. */
    public void reset() {
        moved.set(Duration.ZERO);
    }

    @Override
    public Instant instant() {
        return base.instant().plus(moved.get()).truncatedTo(ChronoUnit.MILLIS);
    }

    @Override
    public ZoneId getZone() {
        return base.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }
}
