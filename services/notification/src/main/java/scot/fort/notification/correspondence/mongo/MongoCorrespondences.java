package scot.fort.notification.correspondence.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lte;
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
import scot.fort.notification.correspondence.Correspondence;
import scot.fort.notification.correspondence.Correspondences;
import scot.fort.notification.correspondence.MessageSearch;
import scot.fort.notification.correspondence.NotificationEvent;
import scot.fort.platform.lifecycle.Decision;
import scot.fort.platform.messaging.Cause;
import scot.fort.platform.messaging.aggregate.Aggregate;
import scot.fort.platform.messaging.aggregate.AggregateStore;

/** Correspondences in MongoDB. */
final class MongoCorrespondences implements Correspondences {

    static final List<IndexModel> INDEXES = List.of(
            new IndexModel(Indexes.ascending("state.nextDueAt"), new IndexOptions().sparse(true)),
            new IndexModel(Indexes.ascending("state.messages.id")),
            new IndexModel(Indexes.ascending("state.messages.state", "_id")));

    private final AggregateStore<Correspondence, NotificationEvent> store;

    MongoCorrespondences(AggregateStore<Correspondence, NotificationEvent> store) {
        this.store = store;
    }

    @Override
    public List<Aggregate<Correspondence>> due(Instant now, int limit) {
        return store.list(lte("state.nextDueAt", Date.from(now)), ascending("state.nextDueAt"), limit);
    }

    @Override
    public Optional<Aggregate<Correspondence>> of(String referralId) {
        return store.find(referralId);
    }

    @Override
    public Optional<Aggregate<Correspondence>> withMessage(String messageId) {
        return store.findOne(eq("state.messages.id", messageId));
    }

    @Override
    public List<Aggregate<Correspondence>> search(MessageSearch search, @Nullable String fromReferralId, int limit) {
        List<Bson> all = new ArrayList<>();
        all.add(search.restricted() ? exists("state.messages") : eq("state.receipt.restricted", false));
        if (search.referralId() != null) {
            all.add(eq("_id", search.referralId()));
        }
        if (search.state() != null) {
            all.add(eq("state.messages.state", search.state().name()));
        }
        if (fromReferralId != null) {
            all.add(gte("_id", fromReferralId));
        }
        return store.list(and(all), ascending("_id"), limit);
    }

    @Override
    public boolean save(
            Aggregate<Correspondence> loaded,
            Decision.Accepted<Correspondence, NotificationEvent> change,
            Cause cause) {
        return store.save(loaded, change.state(), change.events(), cause);
    }
}
