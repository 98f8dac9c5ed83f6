package scot.fort.triage.identity.kafka;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import scot.fort.platform.messaging.aggregate.AggregateStore;
import scot.fort.platform.messaging.consume.Consumers;
import scot.fort.triage.identity.MatchEvent;
import scot.fort.triage.identity.ReferralChildren;

/**
 * Hears of children from intake, in a group of its own: what was received before there was any matching is heard as well,
 * and what a queue of screeners waits for does not wait for matching.
 */
@Configuration(proxyBeanMethods = false)
class ChildrenConsumer {

    @Bean
    ConcurrentMessageListenerContainer<byte[], byte[]> childrenContainer(
            Consumers consumers, AggregateStore<ReferralChildren, MatchEvent> children) {
        return consumers.container("triage-children", consumers.consumer(children, ChildrenReactions.all()), "intake");
    }
}
