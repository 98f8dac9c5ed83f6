package scot.fort.triage.access.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Sorts.descending;

import java.util.List;
import scot.fort.platform.messaging.aggregate.Aggregate;
import scot.fort.platform.messaging.aggregate.AggregateStore;
import scot.fort.triage.access.Look;
import scot.fort.triage.access.Looks;

/** Reads in MongoDB. */
final class MongoLooks implements Looks {

    static final String REFERRAL = "state.referralId";
    static final String AT = "state.at";

    private final AggregateStore<Look, Void> looks;

    MongoLooks(AggregateStore<Look, Void> looks) {
        this.looks = looks;
    }

    @Override
    public List<Look> last(String referralId, int limit) {
        return looks.list(eq(REFERRAL, referralId), descending(AT, "_id"), limit).stream()
                .map(Aggregate::require)
                .toList();
    }
}
