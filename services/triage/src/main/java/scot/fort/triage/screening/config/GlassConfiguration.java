package scot.fort.triage.screening.config;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import scot.fort.triage.screening.GlassAttempts;

/** Bounds how often the glass may be broken. */
@Configuration(proxyBeanMethods = false)
class GlassConfiguration {

    @Bean
    GlassAttempts glassAttempts(GlassAttempts.UsedUntil used, ScreeningProperties properties, Clock clock) {
        return new GlassAttempts(used, properties.glassAttempts(), clock);
    }
}
