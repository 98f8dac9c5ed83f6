package scot.fort.platform.messaging.contract;

import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import scot.fort.platform.testing.DatabaseCommands;
import scot.fort.platform.testing.indexes.IndexedQueries;

/** Lets the test of a whole service see what its requests ask of the database, and whether all that the service asks has an
 * index. */
@TestConfiguration(proxyBeanMethods = false)
public class ObservedDatabase {

    @Bean
    DatabaseCommands databaseCommands() {
        return DatabaseCommands.ofRequests();
    }

    @Bean
    IndexedQueries indexedQueries() {
        return IndexedQueries.ofService();
    }

    @Bean
    MongoClientSettingsBuilderCustomizer observed(DatabaseCommands commands, IndexedQueries queries) {
        return settings -> settings.addCommandListener(commands).addCommandListener(queries);
    }
}
