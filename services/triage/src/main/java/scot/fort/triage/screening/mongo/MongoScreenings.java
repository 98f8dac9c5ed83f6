package scot.fort.triage.screening.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import java.time.Instant;
import java.util.Optional;
import org.bson.conversions.Bson;
import scot.fort.platform.messaging.aggregate.Aggregate;
import scot.fort.platform.messaging.aggregate.AggregateStore;
import scot.fort.platform.service.Restriction;
import scot.fort.triage.screening.Screening;
import scot.fort.triage.screening.ScreeningEvent;
import scot.fort.triage.screening.Screenings;

/** Screenings in MongoDB, which does not even find what its reader may not see. */
final class MongoScreenings implements Screenings {

    private final AggregateStore<Screening, ScreeningEvent> screenings;

    MongoScreenings(AggregateStore<Screening, ScreeningEvent> screenings) {
        this.screenings = screenings;
    }

    @Override
    public Optional<Aggregate<Screening>> find(String referralId, Restriction reader, Instant at) {
        return screenings.findOne(and(eq("_id", referralId), visibleTo(reader, at)));
    }

    static Bson visibleTo(Restriction reader, Instant at) {
        return reader.filter("state.receipt.restricted", "state.grants", at);
    }
}
