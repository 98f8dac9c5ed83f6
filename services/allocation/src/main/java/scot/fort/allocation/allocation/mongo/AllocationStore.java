package scot.fort.allocation.allocation.mongo;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import scot.fort.allocation.allocation.Allocation;
import scot.fort.allocation.allocation.AllocationEvent;
import scot.fort.allocation.allocation.Allocations;
import scot.fort.allocation.allocation.kafka.AllocationEvents;
import scot.fort.platform.messaging.aggregate.AggregateStore;
import scot.fort.platform.messaging.aggregate.AggregateStores;
import scot.fort.platform.service.Commands;

/** Opens the collection of allocations. */
@Configuration(proxyBeanMethods = false)
public class AllocationStore {

    /** Name of the collection. */
    public static final String COLLECTION = "allocations";

    public static AggregateStore<Allocation, AllocationEvent> in(AggregateStores stores) {
        return stores.ofReferrals(COLLECTION, Allocation.class, new AllocationEvents(), MongoAllocations.INDEXES);
    }

    @Bean
    AggregateStore<Allocation, AllocationEvent> allocations(AggregateStores stores) {
        return in(stores);
    }

    @Bean
    Allocations foundAllocations(AggregateStore<Allocation, AllocationEvent> store) {
        return new MongoAllocations(store);
    }

    @Bean
    Commands<Allocation, AllocationEvent> allocationCommands(AggregateStore<Allocation, AllocationEvent> store) {
        return new Commands<>(store);
    }
}
