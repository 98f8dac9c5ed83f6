package scot.fort.timeline.history.mongo;

import com.mongodb.MongoClientSettings;
import java.util.List;
import org.bson.codecs.configuration.CodecRegistries;
import org.bson.codecs.configuration.CodecRegistry;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import scot.fort.platform.messaging.aggregate.AggregateStore;
import scot.fort.platform.messaging.aggregate.AggregateStores;
import scot.fort.platform.messaging.aggregate.EventWriter;
import scot.fort.timeline.history.Histories;
import scot.fort.timeline.history.History;

/** Opens the collection of histories, which are found by referral and never the origin of an event. */
@Configuration(proxyBeanMethods = false)
public class HistoryStore {

    /** Name of the collection. */
    public static final String COLLECTION = "histories";

    public static AggregateStore<History, Void> in(AggregateStores stores) {
        return stores.ofReferrals(COLLECTION, History.class, EventWriter.none(), List.of());
    }

    /** What the driver needs beyond its own codecs. */
    public static CodecRegistry codecs() {
        return CodecRegistries.fromRegistries(
                CodecRegistries.fromCodecs(new DetailsCodec()), MongoClientSettings.getDefaultCodecRegistry());
    }

    @Bean
    MongoClientSettingsBuilderCustomizer historyCodecs() {
        return settings -> settings.codecRegistry(codecs());
    }

    @Bean
    AggregateStore<History, Void> histories(AggregateStores stores) {
        return in(stores);
    }

    @Bean
    Histories visibleHistories(AggregateStore<History, Void> histories) {
        return new MongoHistories(histories);
    }
}
