package scot.fort.allocation;

import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import scot.fort.platform.messaging.contract.ObservedDatabase;
import scot.fort.platform.testing.MovableClock;

/** A clock that tests can move, and a record of what requests ask of the database. */
@TestConfiguration(proxyBeanMethods = false)
@Import(ObservedDatabase.class)
class Surroundings {

    /** A month ago at first, since the broker refuses records that come from the future. */
    @Bean
    MovableClock clock() {
        return MovableClock.goingFrom(Instant.now().minus(Duration.ofDays(30)));
    }
}
