package scot.fort.timeline.history.mongo;

import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import scot.fort.platform.messaging.aggregate.AggregateStore;
import scot.fort.platform.messaging.aggregate.AggregateStores;
import scot.fort.timeline.history.History;

/** Where the service keeps its histories, and how the driver reads and writes them. */
@Configuration(proxyBeanMethods = false)
class HistoryStorage {

    @Bean
    MongoClientSettingsBuilderCustomizer historyCodecs() {
        return settings -> settings.codecRegistry(Histories.codecs());
    }

    @Bean
    AggregateStore<History, Void> histories(AggregateStores stores) {
        return Histories.in(stores);
    }
}
