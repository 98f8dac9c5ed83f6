package scot.fort.notification.correspondence.mongo;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import scot.fort.notification.correspondence.Correspondence;
import scot.fort.notification.correspondence.Correspondences;
import scot.fort.notification.correspondence.NotificationEvent;
import scot.fort.notification.correspondence.kafka.NotificationEvents;
import scot.fort.platform.messaging.aggregate.AggregateStore;
import scot.fort.platform.messaging.aggregate.AggregateStores;
import scot.fort.platform.service.Commands;

/** Opens the collection of correspondences. */
@Configuration(proxyBeanMethods = false)
public class CorrespondenceStore {

    /** Name of the collection. */
    public static final String COLLECTION = "correspondences";

    public static AggregateStore<Correspondence, NotificationEvent> in(AggregateStores stores) {
        return stores.ofReferrals(
                COLLECTION, Correspondence.class, new NotificationEvents(), MongoCorrespondences.INDEXES);
    }

    @Bean
    AggregateStore<Correspondence, NotificationEvent> storedCorrespondences(AggregateStores stores) {
        return in(stores);
    }

    @Bean
    Correspondences correspondences(AggregateStore<Correspondence, NotificationEvent> store) {
        return new MongoCorrespondences(store);
    }

    @Bean
    Commands<Correspondence, NotificationEvent> correspondenceCommands(
            AggregateStore<Correspondence, NotificationEvent> store) {
        return new Commands<>(store);
    }
}
