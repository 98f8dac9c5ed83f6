package scot.fort.platform.service.parked;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import scot.fort.platform.messaging.consume.ParkedEvents;
import scot.fort.platform.service.Repeating;

/** Counts what waits. */
@AutoConfiguration(afterName = "scot.fort.platform.messaging.MessagingAutoConfiguration")
class ParkedConfiguration {

    /** An instance that has nothing to do asks its database for little. */
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final ParkedMonitor monitor;

    ParkedConfiguration(ParkedEvents parked, MeterRegistry meters) {
        monitor = new ParkedMonitor(parked, meters);
    }

    @Bean
    HealthIndicator parkedHealthIndicator() {
        return monitor;
    }

    @Bean
    Repeating countingOfParkedEvents() {
        return new Repeating("parked", monitor::count, PAUSE);
    }
}
