package scot.fort.platform.service.parked;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import scot.fort.platform.messaging.aggregate.WaitingCount;
import scot.fort.platform.messaging.consume.ParkedEvents;

/**
 * Tells how much waits, as it was counted last. A service in which something waits is well: all other referrals go on, and
 * a restart helps nothing.
 */
final class ParkedMonitor implements HealthIndicator {

    private final ParkedEvents parked;
    private volatile WaitingCount last = WaitingCount.NONE;

    ParkedMonitor(ParkedEvents parked, MeterRegistry meters) {
        this.parked = parked;
        Gauge.builder("fort.events.parked", this, monitor -> monitor.last.events())
                .description("Events that wait in the documents of their referrals, as counted last")
                .register(meters);
    }

    /** To be called again and again; a count that fails leaves the last one. */
    void count() {
        last = parked.count();
    }

    @Override
    public Health health() {
        WaitingCount counted = last;
        Health.Builder up = Health.up().withDetail("events", counted.events());
        Instant oldest = counted.oldest();
        return (oldest == null ? up : up.withDetail("oldest", oldest)).build();
    }
}
