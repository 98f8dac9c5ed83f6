package scot.fort.triage.access.kafka;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import scot.fort.platform.messaging.aggregate.AggregateStore;
import scot.fort.platform.messaging.consume.Consumers;
import scot.fort.triage.access.Look;

/** Keeps what all services tell of reads. */
@Configuration(proxyBeanMethods = false)
class LookConsumer {

    @Bean
    ConcurrentMessageListenerContainer<byte[], byte[]> lookContainer(
            Consumers consumers, AggregateStore<Look, Void> lookDocuments) {
        return consumers.container("triage-looks", consumers.consumer(lookDocuments, LookReactions.all()), "access");
    }
}
