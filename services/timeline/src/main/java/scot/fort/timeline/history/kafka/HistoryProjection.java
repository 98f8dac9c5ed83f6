package scot.fort.timeline.history.kafka;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import scot.fort.platform.messaging.aggregate.AggregateStore;
import scot.fort.platform.messaging.consume.Consumers;
import scot.fort.timeline.history.History;

/** Projects what the four services tell into histories. */
@Configuration(proxyBeanMethods = false)
class HistoryProjection {

    @Bean
    ConcurrentMessageListenerContainer<byte[], byte[]> historyContainer(
            Consumers consumers, AggregateStore<History, Void> histories) {
        return consumers.container(
                "timeline",
                consumers.consumer(histories, HistoryReactions.all()),
                "intake",
                "triage",
                "allocation",
                "notification");
    }
}
