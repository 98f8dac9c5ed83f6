package scot.fort.triage.screening.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bson.BsonDocument;
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

    @Override
    public List<Aggregate<Screening>> list(Collection<String> referralIds, Restriction reader, Instant at) {
        return referralIds.isEmpty()
                ? List.of()
                : screenings.list(
                        and(in("_id", referralIds), visibleTo(reader, at)), new BsonDocument(), referralIds.size());
    }

    static Bson visibleTo(Restriction reader, Instant at) {
        return reader.filter("state.receipt.restricted", "state.grants", at);
    }
}
