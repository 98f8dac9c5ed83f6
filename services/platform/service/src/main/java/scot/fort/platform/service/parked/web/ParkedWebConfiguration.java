package scot.fort.platform.service.parked.web;

import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import scot.fort.platform.messaging.consume.ParkedEvents;

/** Lets every service answer for what waits in it. */
@AutoConfiguration(afterName = "scot.fort.platform.messaging.MessagingAutoConfiguration")
class ParkedWebConfiguration {

    @Bean
    ParkedController parkedController(ParkedEvents parked, Clock clock) {
        return new ParkedController(parked, clock);
    }
}
