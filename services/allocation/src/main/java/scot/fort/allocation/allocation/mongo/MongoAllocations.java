package scot.fort.allocation.allocation.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import scot.fort.allocation.allocation.Allocation;
import scot.fort.allocation.allocation.AllocationEvent;
import scot.fort.allocation.allocation.Allocations;
import scot.fort.platform.messaging.Cause;
import scot.fort.platform.messaging.aggregate.Aggregate;
import scot.fort.platform.messaging.aggregate.AggregateStore;

/** Allocations in MongoDB. */
final class MongoAllocations implements Allocations {

    private static final String OPENED_AT = "state.lookup.openedAt";
    private static final String STATUSES = "state.lookup.statuses";
    private static final String NEXT_DUE_AT = "state.lookup.nextDueAt";
    private static final String WARD = "state.family.children.ward";
    private static final String RESTRICTED = "state.family.restricted";
    private static final String OFFERS = "state.offers";
    private static final String OFFER_ID = "state.offers.id";

    static final List<IndexModel> INDEXES = List.of(
            new IndexModel(Indexes.ascending(NEXT_DUE_AT, "_id"), new IndexOptions().sparse(true)),
            new IndexModel(Indexes.ascending(OFFER_ID), new IndexOptions().sparse(true)),
            new IndexModel(Indexes.ascending(OPENED_AT, "_id"), new IndexOptions().sparse(true)),
            new IndexModel(Indexes.ascending(STATUSES, OPENED_AT, "_id")),
            new IndexModel(Indexes.ascending(WARD, OPENED_AT, "_id")),
            new IndexModel(Indexes.ascending("state.offers.providerOrganisation", "_id")),
            new IndexModel(Indexes.ascending("state.offers.providerOrganisation", "state.offers.state", "_id")),
            new IndexModel(Indexes.ascending("state.offers.state", "_id")));

    private final AggregateStore<Allocation, AllocationEvent> store;

    MongoAllocations(AggregateStore<Allocation, AllocationEvent> store) {
        this.store = store;
    }

    @Override
    public Optional<Aggregate<Allocation>> find(String referralId) {
        return store.find(referralId);
    }

    @Override
    public Optional<Aggregate<Allocation>> withOffer(String offerId) {
        return store.findOne(eq(OFFER_ID, offerId));
    }

    @Override
    public boolean fence(Aggregate<Allocation> found, Cause cause) {
        return store.save(found, found.require(), List.of(), cause);
    }

    @Override
    public List<Aggregate<Allocation>> due(Instant now, @Nullable After after, int limit) {
        List<Bson> filters = new ArrayList<>(List.of(lte(NEXT_DUE_AT, Date.from(now))));
        if (after != null) {
            filters.addAll(behind(NEXT_DUE_AT, after));
        }
        return store.list(and(filters), ascending(NEXT_DUE_AT, "_id"), limit);
    }

    private static List<Bson> behind(String time, After after) {
        Date last = Date.from(after.time());
        return List.of(gte(time, last), or(gt(time, last), gt("_id", after.referralId())));
    }

    @Override
    public List<Aggregate<Allocation>> search(Search search, @Nullable After after, int limit) {
        List<Bson> filters = new ArrayList<>();
        if (after == null) {
            filters.add(exists(OPENED_AT));
        } else {
            filters.addAll(behind(OPENED_AT, after));
        }
        if (search.status() != null) {
            filters.add(eq(STATUSES, search.status().name()));
        }
        if (search.ward() != null) {
            filters.add(eq(WARD, search.ward()));
        }
        if (!search.restricted()) {
            filters.add(ne(RESTRICTED, true));
        }
        return store.list(and(filters), ascending(OPENED_AT, "_id"), limit);
    }

    @Override
    public List<Aggregate<Allocation>> withOfferLike(OfferSearch search, @Nullable String fromReferralId, int limit) {
        List<Bson> ofOffer = new ArrayList<>();
        ofOffer.add(exists("id"));
        if (search.state() != null) {
            ofOffer.add(eq("state", search.state().name()));
        }
        if (search.providerOrganisation() != null) {
            ofOffer.add(eq("providerOrganisation", search.providerOrganisation()));
        }
        List<Bson> filters = new ArrayList<>(List.of(elemMatch(OFFERS, and(ofOffer))));
        if (!search.restricted()) {
            filters.add(ne(RESTRICTED, true));
        }
        if (fromReferralId != null) {
            filters.add(gte("_id", fromReferralId));
        }
        return store.list(and(filters), ascending("_id"), limit);
    }
}
