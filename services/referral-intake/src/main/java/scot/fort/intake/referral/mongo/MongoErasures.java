package scot.fort.intake.referral.mongo;

import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.ReadConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import scot.fort.intake.referral.Erasures;
import scot.fort.intake.referral.Referral;
import scot.fort.intake.referral.ReferralEvent;
import scot.fort.platform.messaging.Cause;
import scot.fort.platform.messaging.Ids;
import scot.fort.platform.messaging.aggregate.Aggregate;
import scot.fort.platform.messaging.aggregate.AggregateStore;

/** Erasures in MongoDB, where they are part of their referrals. */
final class MongoErasures implements Erasures {

    private static final String KEY_TO_DESTROY = "state.erasure.approved.keyToDestroy";
    private static final String KEY_ID = "state.erasure.approved.keyId";

    static final List<IndexModel> INDEXES = List.of(sparse(KEY_TO_DESTROY), sparse(KEY_ID));

    private final AggregateStore<Referral, ReferralEvent> store;
    private final MongoCollection<Document> onMajority;
    private final Ids ids;

    MongoErasures(AggregateStore<Referral, ReferralEvent> store, MongoDatabase database, Ids ids) {
        this.store = store;
        this.onMajority = database.getCollection(ReferralStore.COLLECTION).withReadConcern(ReadConcern.MAJORITY);
        this.ids = ids;
    }

    @Override
    public List<Aggregate<Referral>> unfinished(int most) {
        List<String> found = onMajority
                .find(exists(KEY_TO_DESTROY))
                .projection(include("_id"))
                .limit(most)
                .map(document -> document.getString("_id"))
                .into(new ArrayList<>());
        return found.isEmpty() ? List.of() : List.copyOf(store.load(found).values());
    }

    @Override
    public boolean save(Aggregate<Referral> loaded, Referral keyDestroyed) {
        return store.save(loaded, keyDestroyed, List.of(), Cause.of("intake", ids));
    }

    @Override
    public List<String> keyIds(@Nullable String after, int most) {
        return onMajority
                .find(gt(KEY_ID, after == null ? "" : after))
                .projection(include(KEY_ID))
                .sort(ascending(KEY_ID))
                .limit(most)
                .map(document -> document.getEmbedded(List.of(KEY_ID.split("\\.")), String.class))
                .into(new ArrayList<>());
    }

    private static IndexModel sparse(String field) {
        return new IndexModel(Indexes.ascending(field), new IndexOptions().sparse(true));
    }
}
