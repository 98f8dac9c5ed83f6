package scot.fort.allocation.directory.mongo;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import scot.fort.allocation.directory.Directory;
import scot.fort.allocation.directory.DirectoryImport;
import scot.fort.allocation.directory.PlacesChanged;
import scot.fort.allocation.directory.Reservations;
import scot.fort.allocation.directory.SupportService;
import scot.fort.allocation.directory.kafka.PlacesEvents;
import scot.fort.platform.messaging.aggregate.AggregateStore;
import scot.fort.platform.messaging.aggregate.AggregateStores;
import scot.fort.platform.messaging.aggregate.Subject;
import scot.fort.platform.service.Commands;

/** Opens the collection of services. */
@Configuration(proxyBeanMethods = false)
class DirectoryStore {

    @Bean
    AggregateStore<SupportService, PlacesChanged> serviceStore(AggregateStores stores) {
        return stores.of(
                "services",
                SupportService.class,
                new PlacesEvents(),
                (id, service) -> new Subject(id, null),
                MongoDirectory.INDEXES);
    }

    @Bean
    Directory directory(AggregateStore<SupportService, PlacesChanged> store) {
        return new MongoDirectory(store);
    }

    @Bean
    Commands<SupportService, PlacesChanged> serviceCommands(AggregateStore<SupportService, PlacesChanged> store) {
        return new Commands<>(store);
    }

    @Bean
    DirectoryImport directoryImport(Directory directory) {
        return new DirectoryImport(directory);
    }

    @Bean
    Reservations reservations(Directory directory, Clock clock) {
        return new Reservations(directory, clock);
    }
}
