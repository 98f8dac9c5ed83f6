package scot.fort.timeline.history.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;

import java.time.Instant;
import java.util.Optional;
import scot.fort.platform.messaging.aggregate.Aggregate;
import scot.fort.platform.messaging.aggregate.AggregateStore;
import scot.fort.platform.service.Restriction;
import scot.fort.timeline.history.Histories;
import scot.fort.timeline.history.History;

/** Histories in MongoDB, which does not even find what its reader may not see. */
final class MongoHistories implements Histories {

    private final AggregateStore<History, Void> histories;

    MongoHistories(AggregateStore<History, Void> histories) {
        this.histories = histories;
    }

    @Override
    public Optional<Aggregate<History>> find(String referralId, Restriction reader, Instant at) {
        return histories.findOne(and(
                eq("_id", referralId),
                exists("state.header.reference"),
                reader.filter("state.header.restricted", "state.header.grants", at)));
    }
}
