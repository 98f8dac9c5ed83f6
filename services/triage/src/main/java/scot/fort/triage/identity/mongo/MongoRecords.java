package scot.fort.triage.identity.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import scot.fort.platform.messaging.aggregate.Aggregate;
import scot.fort.platform.messaging.aggregate.AggregateStore;
import scot.fort.triage.identity.MatchEvent;
import scot.fort.triage.identity.MatchStanding;
import scot.fort.triage.identity.Records;
import scot.fort.triage.identity.ReferralChildren;

/** The children of referrals in MongoDB. */
final class MongoRecords implements Records {

    private static final String ID = "_id";
    private static final String KEYS = "state.keys";
    private static final String MATCHES = "state.matches";
    private static final String MATCH_ID = MATCHES + ".id";
    private static final String EARLIER = "earlier.referralId";
    private static final String STANDING = "standing";
    private static final String WAITING_SINCE = "state.pending.waitingSince";
    private static final Bson UNORDERED = new BsonDocument();

    static final List<IndexModel> INDEXES = List.of(
            new IndexModel(Indexes.ascending(KEYS)),
            new IndexModel(Indexes.ascending(MATCHES + "." + EARLIER, MATCHES + "." + STANDING)),
            new IndexModel(Indexes.ascending(MATCH_ID)),
            new IndexModel(Indexes.ascending(WAITING_SINCE, ID), new IndexOptions().sparse(true)));

    private final AggregateStore<ReferralChildren, MatchEvent> children;

    MongoRecords(AggregateStore<ReferralChildren, MatchEvent> children) {
        this.children = children;
    }

    @Override
    public List<Aggregate<ReferralChildren>> sharing(Collection<String> keys, int limit) {
        return keys.isEmpty() ? List.of() : children.list(in(KEYS, keys), UNORDERED, limit);
    }

    @Override
    public List<Aggregate<ReferralChildren>> boundTo(Collection<String> referralIds, int limit) {
        List<Aggregate<ReferralChildren>> found = new ArrayList<>(children.list(in(ID, referralIds), UNORDERED, limit));
        found.addAll(children.list(
                elemMatch(MATCHES, and(in(EARLIER, referralIds), eq(STANDING, MatchStanding.CONFIRMED.name()))),
                UNORDERED,
                limit));
        return found.stream().filter(known -> known.state() != null).toList();
    }

    @Override
    public List<Aggregate<ReferralChildren>> matchedWith(String referralId, int limit) {
        return children.list(eq(MATCHES + "." + EARLIER, referralId), UNORDERED, limit);
    }

    @Override
    public Optional<Aggregate<ReferralChildren>> keeping(String matchId) {
        return children.findOne(eq(MATCH_ID, matchId));
    }

    @Override
    public List<Aggregate<ReferralChildren>> waiting(@Nullable After after, int limit) {
        return children.list(
                after == null ? gte(WAITING_SINCE, Date.from(Instant.EPOCH)) : behind(after),
                Sorts.ascending(WAITING_SINCE, ID),
                limit);
    }

    private static Bson behind(After after) {
        Date since = Date.from(after.waitingSince());
        return or(gt(WAITING_SINCE, since), and(eq(WAITING_SINCE, since), gt(ID, after.id())));
    }
}
