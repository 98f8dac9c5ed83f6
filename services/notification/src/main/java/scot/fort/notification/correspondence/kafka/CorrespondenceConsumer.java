package scot.fort.notification.correspondence.kafka;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import scot.fort.notification.correspondence.Correspondence;
import scot.fort.notification.correspondence.NotificationEvent;
import scot.fort.platform.messaging.aggregate.AggregateStore;
import scot.fort.platform.messaging.consume.Consumers;

/** Feeds the correspondence with what the other services tell. */
@Configuration(proxyBeanMethods = false)
class CorrespondenceConsumer {

    @Bean
    ConcurrentMessageListenerContainer<byte[], byte[]> correspondenceContainer(
            Consumers consumers, AggregateStore<Correspondence, NotificationEvent> store) {
        return consumers.container(
                "notification",
                consumers.consumer(store, CorrespondenceReactions.all()),
                "intake",
                "triage",
                "allocation");
    }
}
