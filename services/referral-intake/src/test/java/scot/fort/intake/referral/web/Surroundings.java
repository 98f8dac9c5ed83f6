package scot.fort.intake.referral.web;

import java.time.Instant;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import scot.fort.platform.messaging.contract.ObservedDatabase;
import scot.fort.platform.testing.MovableClock;

/** A day on which the synthetic referrals are sent, and a record of what requests ask of the database. */
@TestConfiguration(proxyBeanMethods = false)
@Import(ObservedDatabase.class)
class Surroundings {

    /** When the tests begin. */
    static final Instant DAY = Instant.parse("2026-11-25T12:00:00Z");

    @Bean
    MovableClock clock() {
        return MovableClock.goingFrom(DAY);
    }
}
