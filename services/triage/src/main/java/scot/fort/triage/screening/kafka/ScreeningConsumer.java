package scot.fort.triage.screening.kafka;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import scot.fort.platform.messaging.aggregate.AggregateStore;
import scot.fort.platform.messaging.consume.Consumers;
import scot.fort.triage.screening.Hearing;
import scot.fort.triage.screening.Screening;
import scot.fort.triage.screening.ScreeningEvent;

/** Feeds screenings with what intake and allocation tell. */
@Configuration(proxyBeanMethods = false)
class ScreeningConsumer {

    @Bean
    ConcurrentMessageListenerContainer<byte[], byte[]> screeningContainer(
            Consumers consumers, AggregateStore<Screening, ScreeningEvent> screenings, Hearing hearing) {
        return consumers.container(
                "triage", consumers.consumer(screenings, ScreeningReactions.of(hearing)), "intake", "allocation");
    }
}
