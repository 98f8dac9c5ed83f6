package scot.fort.allocation.directory.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Filters.size;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import scot.fort.allocation.directory.Directory;
import scot.fort.allocation.directory.PlacesChanged;
import scot.fort.allocation.directory.Profile;
import scot.fort.allocation.directory.SupportCode;
import scot.fort.allocation.directory.SupportService;
import scot.fort.platform.lifecycle.Decision;
import scot.fort.platform.messaging.Cause;
import scot.fort.platform.messaging.aggregate.Aggregate;
import scot.fort.platform.messaging.aggregate.AggregateStore;

/** The directory in MongoDB. */
final class MongoDirectory implements Directory {

    static final List<IndexModel> INDEXES = List.of(
            new IndexModel(Indexes.ascending("state.profile.supportCodes", "_id")),
            new IndexModel(Indexes.ascending("state.profile.providerOrganisation", "_id")),
            new IndexModel(Indexes.ascending("state.oldestReservation"), new IndexOptions().sparse(true)));

    /** Services of one council are some hundreds; a directory of all Scotland's is still below this. */
    private static final int MOST = 5_000;

    private final AggregateStore<SupportService, PlacesChanged> store;

    MongoDirectory(AggregateStore<SupportService, PlacesChanged> store) {
        this.store = store;
    }

    @Override
    public Optional<Aggregate<SupportService>> find(String serviceId) {
        return store.find(serviceId);
    }

    @Override
    public List<SupportService> all() {
        return list(empty(), MOST);
    }

    @Override
    public List<Aggregate<SupportService>> giving(Collection<SupportCode> supports) {
        List<String> codes = supports.stream().map(SupportCode::name).toList();
        return store.list(
                and(in("state.profile.supportCodes", codes), eq("state.profile.status", Profile.ACTIVE)),
                ascending("_id"),
                MOST);
    }

    @Override
    public List<SupportService> search(Search search, @Nullable String afterId, int limit) {
        List<Bson> filters = after(afterId);
        if (search.support() != null) {
            filters.add(eq("state.profile.supportCodes", search.support().name()));
        }
        if (search.age() != null) {
            filters.add(unlessSaid("state.profile.minimumAge", lte("state.profile.minimumAge", search.age())));
            filters.add(unlessSaid("state.profile.maximumAge", gte("state.profile.maximumAge", search.age())));
        }
        if (search.ward() != null) {
            filters.add(or(size("state.profile.wards", 0), eq("state.profile.wards", search.ward())));
        }
        if (search.providerOrganisation() != null) {
            filters.add(eq("state.profile.providerOrganisation", search.providerOrganisation()));
        }
        return list(all(filters), limit);
    }

    @Override
    public List<SupportService> reservedBefore(Instant moment, @Nullable String afterId, int limit) {
        List<Bson> filters = after(afterId);
        filters.add(lt("state.oldestReservation", Date.from(moment)));
        return list(all(filters), limit);
    }

    @Override
    public boolean add(String serviceId, Decision.Accepted<SupportService, PlacesChanged> service, Cause cause) {
        return store.insert(serviceId, service.state(), service.events(), cause);
    }

    @Override
    public boolean save(
            Aggregate<SupportService> loaded, Decision.Accepted<SupportService, PlacesChanged> change, Cause cause) {
        return store.save(loaded, change.state(), change.events(), cause);
    }

    private static Bson unlessSaid(String field, Bson otherwise) {
        return or(exists(field, false), otherwise);
    }

    private static List<Bson> after(@Nullable String afterId) {
        List<Bson> filters = new ArrayList<>();
        if (afterId != null) {
            filters.add(gt("_id", afterId));
        }
        return filters;
    }

    private static Bson all(List<Bson> filters) {
        return filters.isEmpty() ? empty() : and(filters);
    }

    private List<SupportService> list(Bson filter, int limit) {
        return store.list(filter, ascending("_id"), limit).stream()
                .map(Aggregate::require)
                .toList();
    }
}
