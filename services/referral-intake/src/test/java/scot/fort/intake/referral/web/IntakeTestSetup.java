package scot.fort.intake.referral.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** What a test changes of the service: the day, and that somebody counts what it asks of the database. */
@TestConfiguration(proxyBeanMethods = false)
class IntakeTestSetup {

    /** A clock that goes, and that showed this time when the test began. */
    static final Instant DAY = Instant.parse("2026-11-25T12:00:00Z");

    @Bean
    Clock clock() {
        return startingAt(DAY);
    }

    static Clock startingAt(Instant time) {
        Clock real = Clock.systemUTC();
        return Clock.offset(real, Duration.between(real.instant(), time));
    }

    @Bean
    DatabaseCommands databaseCommands() {
        return new DatabaseCommands();
    }

    @Bean
    MongoClientSettingsBuilderCustomizer countedCommands(DatabaseCommands commands) {
        return settings -> settings.addCommandListener(commands);
    }
}
