package scot.fort.triage.screening.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.bson.conversions.Bson;
import scot.fort.platform.messaging.aggregate.Aggregate;
import scot.fort.platform.messaging.aggregate.AggregateStore;
import scot.fort.platform.service.Restriction;
import scot.fort.triage.screening.Duplicates;
import scot.fort.triage.screening.Screening;
import scot.fort.triage.screening.ScreeningEvent;

/** Duplicates in MongoDB, found by what was decided. */
final class MongoDuplicates implements Duplicates {

    private static final String DUPLICATE_OF = "state.judgements.decisions.duplicateOf";
    private static final String ID = "_id";
    private static final Bson BY_ID = Sorts.ascending(ID);

    static final IndexModel INDEX =
            new IndexModel(Indexes.ascending(DUPLICATE_OF, ID), new IndexOptions().sparse(true));

    private final AggregateStore<Screening, ScreeningEvent> screenings;

    MongoDuplicates(AggregateStore<Screening, ScreeningEvent> screenings) {
        this.screenings = screenings;
    }

    @Override
    public List<Aggregate<Screening>> of(String original, Restriction reader, Instant at, int limit) {
        return screenings.list(and(eq(DUPLICATE_OF, original), MongoScreenings.visibleTo(reader, at)), BY_ID, limit);
    }

    @Override
    public List<Aggregate<Screening>> originals(Collection<String> ids, Restriction reader, Instant at) {
        return screenings.list(and(in(ID, ids), MongoScreenings.visibleTo(reader, at)), BY_ID, ids.size());
    }
}
