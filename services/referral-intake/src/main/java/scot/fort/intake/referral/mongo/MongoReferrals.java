package scot.fort.intake.referral.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.ReadConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import scot.fort.intake.referral.Referral;
import scot.fort.intake.referral.ReferralEvent;
import scot.fort.intake.referral.Referrals;
import scot.fort.intake.referral.Source;
import scot.fort.intake.referral.TrackingQuery;
import scot.fort.platform.messaging.Cause;
import scot.fort.platform.messaging.aggregate.Aggregate;
import scot.fort.platform.messaging.aggregate.AggregateStore;

/** Referrals in MongoDB. */
final class MongoReferrals implements Referrals {

    private static final String ORGANISATION = "state.origin.organisation";
    private static final String KEY = "state.origin.idempotencyKey";
    private static final String SYSTEM = "state.origin.source.system";
    private static final String SOURCE_REFERENCE = "state.origin.source.reference";
    private static final String STATUS = "state.status";

    /**
     * How far a query reaches back before the time that is asked for: a write may be under way for half a minute, the
     * driver's time-outs and its one repetition taken together, and the clocks of two instances may differ by as much again.
     */
    private static final Duration OVERLAP = Duration.ofMinutes(1);

    /**
     * The unique ones decide which of two equal submissions is the referral. They are sparse for the sake of documents that
     * hold no referral, but only events that wait for one.
     */
    static final List<IndexModel> INDEXES = List.of(
            unique(ORGANISATION, KEY),
            unique(ORGANISATION, SYSTEM, SOURCE_REFERENCE),
            unique("state.reference"),
            new IndexModel(Indexes.ascending(ORGANISATION, STATUS, "_id", AggregateStore.WRITTEN_AT)),
            new IndexModel(Indexes.ascending(ORGANISATION, "_id", AggregateStore.WRITTEN_AT)),
            new IndexModel(
                    Indexes.ascending(ORGANISATION, SOURCE_REFERENCE, "_id", AggregateStore.WRITTEN_AT, STATUS)));

    private final AggregateStore<Referral, ReferralEvent> store;
    private final MongoCollection<Document> onMajority;

    MongoReferrals(AggregateStore<Referral, ReferralEvent> store, MongoDatabase database) {
        this.store = store;
        this.onMajority = database.getCollection(ReferralStore.COLLECTION).withReadConcern(ReadConcern.MAJORITY);
    }

    @Override
    public boolean insert(String id, Referral referral, ReferralEvent.Received event, Cause cause) {
        return store.insert(id, referral, List.of(event), cause);
    }

    @Override
    public Optional<Aggregate<Referral>> submittedUnder(String organisation, String idempotencyKey) {
        return durable(new Document(ORGANISATION, organisation).append(KEY, idempotencyKey));
    }

    @Override
    public Optional<Aggregate<Referral>> madeFrom(String organisation, Source source) {
        return durable(new Document(ORGANISATION, organisation)
                .append(SYSTEM, source.system())
                .append(SOURCE_REFERENCE, source.reference()));
    }

    @Override
    public Optional<Aggregate<Referral>> find(String organisation, String id) {
        return store.findOne(new Document("_id", id).append(ORGANISATION, organisation));
    }

    @Override
    public int waiting(int atMost) {
        return store.countPending(atMost);
    }

    @Override
    public List<Aggregate<Referral>> list(TrackingQuery query) {
        List<Bson> wanted = new ArrayList<>();
        wanted.add(eq(ORGANISATION, query.organisation()));
        if (query.status() != null) {
            wanted.add(eq(STATUS, query.status().name()));
        }
        if (query.sourceSystem() != null) {
            wanted.add(eq(SYSTEM, query.sourceSystem()));
        }
        if (query.sourceReference() != null) {
            wanted.add(eq(SOURCE_REFERENCE, query.sourceReference()));
        }
        if (query.updatedSince() != null) {
            wanted.add(gte(
                    AggregateStore.WRITTEN_AT, Date.from(query.updatedSince().minus(OVERLAP))));
        }
        if (query.before() != null) {
            wanted.add(lt("_id", query.before()));
        }
        return store.list(and(wanted), descending("_id"), query.limit());
    }

    /** Found only once no failover can undo it: nobody may be told that something was accepted which is lost then. */
    private Optional<Aggregate<Referral>> durable(Bson filter) {
        Document found = onMajority.find(filter).projection(include("_id")).first();
        return found == null ? Optional.empty() : store.find(found.getString("_id"));
    }

    private static IndexModel unique(String... fields) {
        return new IndexModel(
                Indexes.ascending(fields), new IndexOptions().unique(true).sparse(true));
    }
}
