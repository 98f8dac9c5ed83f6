package scot.fort.triage.screening.mongo;

import com.mongodb.client.MongoDatabase;
import org.bson.BsonDocument;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import scot.fort.platform.messaging.aggregate.AggregateStore;
import scot.fort.platform.messaging.aggregate.AggregateStores;
import scot.fort.platform.service.Commands;
import scot.fort.triage.screening.Duplicates;
import scot.fort.triage.screening.GlassAttempts;
import scot.fort.triage.screening.Queue;
import scot.fort.triage.screening.Screening;
import scot.fort.triage.screening.ScreeningEvent;
import scot.fort.triage.screening.Screenings;
import scot.fort.triage.screening.Workloads;
import scot.fort.triage.screening.kafka.ScreeningEvents;

/** Opens the collection of screenings. */
@Configuration(proxyBeanMethods = false)
public class ScreeningStore {

    /** Name of the collection. */
    public static final String COLLECTION = "screenings";

    /** Name of the collection of until when the attempts of each person to break the glass are used up. */
    public static final String GLASS_ATTEMPTS = "glassAttempts";

    public static AggregateStore<Screening, ScreeningEvent> in(AggregateStores stores) {
        return stores.ofFollowedReferrals(COLLECTION, Screening.class, new ScreeningEvents(), MongoQueue.INDEXES);
    }

    @Bean
    AggregateStore<Screening, ScreeningEvent> screenings(AggregateStores stores) {
        return in(stores);
    }

    @Bean
    Commands<Screening, ScreeningEvent> screeningCommands(AggregateStore<Screening, ScreeningEvent> screenings) {
        return new Commands<>(screenings);
    }

    @Bean
    Screenings visibleScreenings(AggregateStore<Screening, ScreeningEvent> screenings) {
        return new MongoScreenings(screenings);
    }

    @Bean
    Duplicates duplicates(AggregateStore<Screening, ScreeningEvent> screenings) {
        return new MongoDuplicates(screenings);
    }

    @Bean
    Workloads workloads(MongoDatabase database) {
        return new MongoWorkloads(database.getCollection(COLLECTION, BsonDocument.class));
    }

    @Bean
    GlassAttempts.UsedUntil glassAttemptsKept(MongoDatabase database) {
        return new MongoGlassAttempts(database.getCollection(GLASS_ATTEMPTS));
    }

    @Bean
    Queue queue(AggregateStore<Screening, ScreeningEvent> screenings) {
        return new MongoQueue(screenings);
    }
}
