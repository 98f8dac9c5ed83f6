package scot.fort.intake.referral.web;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import scot.fort.platform.sealing.KeyRewrapping;
import scot.fort.platform.service.Repeating;

/** Has data keys wrapped anew when their key-encryption key has been followed by another. */
@Configuration(proxyBeanMethods = false)
class KeyConfiguration {

    private static final Duration PAUSE = Duration.ofSeconds(30);

    @Bean
    Repeating keyRewrappingRounds(KeyRewrapping rewrapping, MeterRegistry meters) {
        Gauge.builder("fort.keys.outdated", rewrapping, KeyRewrapping::outdated)
                .description("Data keys that are still wrapped by an earlier key-encryption key")
                .register(meters);
        return new Repeating("key-rewrapping", rewrapping::round, PAUSE);
    }
}
