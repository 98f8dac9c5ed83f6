package scot.fort.triage.access.mongo;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import scot.fort.platform.messaging.aggregate.AggregateStore;
import scot.fort.platform.messaging.aggregate.AggregateStores;
import scot.fort.platform.messaging.aggregate.EventWriter;
import scot.fort.triage.access.Look;
import scot.fort.triage.access.Looks;

/** Opens the collection of reads, which are found by referral and never the origin of an event. */
@Configuration(proxyBeanMethods = false)
public class LookStore {

    /** Name of the collection. */
    public static final String COLLECTION = "looks";

    public static AggregateStore<Look, Void> in(AggregateStores stores) {
        return stores.ofReferrals(
                COLLECTION,
                Look.class,
                EventWriter.none(),
                List.of(new IndexModel(Indexes.compoundIndex(
                        Indexes.ascending(MongoLooks.REFERRAL), Indexes.descending(MongoLooks.AT, "_id")))));
    }

    @Bean
    AggregateStore<Look, Void> lookDocuments(AggregateStores stores) {
        return in(stores);
    }

    @Bean
    Looks looks(AggregateStore<Look, Void> lookDocuments) {
        return new MongoLooks(lookDocuments);
    }
}
