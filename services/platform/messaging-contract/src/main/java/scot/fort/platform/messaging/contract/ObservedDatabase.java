package scot.fort.platform.messaging.contract;

import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import scot.fort.platform.testing.DatabaseCommands;

/** Lets the test of a whole service see what its requests ask of the database. */
@TestConfiguration(proxyBeanMethods = false)
public class ObservedDatabase {

    @Bean
    DatabaseCommands databaseCommands() {
        return DatabaseCommands.ofRequests();
    }

    @Bean
    MongoClientSettingsBuilderCustomizer observed(DatabaseCommands commands) {
        return settings -> settings.addCommandListener(commands);
    }
}
