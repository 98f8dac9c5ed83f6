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
class CorrespondenceCollection {

    @Bean
    AggregateStore<Correspondence, NotificationEvent> correspondenceStore(AggregateStores stores) {
        return stores.ofReferrals(
                "correspondences", Correspondence.class, new NotificationEvents(), MongoCorrespondences.INDEXES);
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
