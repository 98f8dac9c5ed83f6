package scot.fort.allocation.allocation.kafka;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import scot.fort.allocation.allocation.Allocation;
import scot.fort.allocation.allocation.AllocationEvent;
import scot.fort.platform.messaging.aggregate.AggregateStore;
import scot.fort.platform.messaging.consume.Consumers;

/** Feeds allocations with what intake and triage tell. */
@Configuration(proxyBeanMethods = false)
class AllocationConsumer {

    @Bean
    ConcurrentMessageListenerContainer<byte[], byte[]> allocationContainer(
            Consumers consumers, AggregateStore<Allocation, AllocationEvent> allocations) {
        return consumers.container(
                "allocation", consumers.consumer(allocations, AllocationReactions.all()), "intake", "triage");
    }
}
