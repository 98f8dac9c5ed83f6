package scot.fort.platform.messaging.relay;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.nin;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.ReadConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.conversions.Bson;

/**
 * The outboxes of one collection, as the relay reads and clears them. Read with majority concern: what a failover may
 * undo is not sent.
 */
final class OutboxCollection {

    /** Finds what is pending; there is no second marker beside the outbox that could be wrong. */
    static final IndexModel PENDING =
            new IndexModel(Indexes.ascending("outbox.recordedAt"), new IndexOptions().sparse(true));

    private final MongoCollection<BsonDocument> documents;
    private final MongoCollection<BsonDocument> majority;

    OutboxCollection(MongoCollection<BsonDocument> documents) {
        this.documents = documents;
        this.majority = documents.withReadConcern(ReadConcern.MAJORITY);
    }

    List<PendingEvents> pendingOf(Collection<String> aggregateIds) {
        return pending(in("_id", aggregateIds), aggregateIds.size());
    }

    /** Aggregates whose oldest entry is older than a moment, the oldest first, but for those that are set aside. */
    List<PendingEvents> pendingBefore(Instant moment, Collection<String> setAside, int limit) {
        Bson old = lt("outbox.recordedAt", Date.from(moment));
        return pending(setAside.isEmpty() ? old : and(old, nin("_id", setAside)), limit);
    }

    private List<PendingEvents> pending(Bson filter, int limit) {
        List<PendingEvents> found = new ArrayList<>();
        for (BsonDocument document : majority.find(filter)
                .projection(include("outbox"))
                .sort(ascending("outbox.recordedAt"))
                .limit(limit)) {
            List<BsonDocument> entries = document.getArray("outbox").stream()
                    .map(BsonValue::asDocument)
                    .toList();
            if (!entries.isEmpty()) {
                found.add(new PendingEvents(document.getString("_id").getValue(), entries));
            }
        }
        return found;
    }

    /** Removes what was acknowledged: one write. The sequence bounds it, the ids see to it that it is the same event. */
    void remove(List<PendingEvents> relayed) {
        List<UpdateOneModel<BsonDocument>> pulls = relayed.stream()
                .filter(PendingEvents::anyAcknowledged)
                .map(OutboxCollection::pull)
                .toList();
        if (!pulls.isEmpty()) {
            documents.bulkWrite(pulls, new BulkWriteOptions().ordered(false));
        }
    }

    private static UpdateOneModel<BsonDocument> pull(PendingEvents events) {
        List<BsonDocument> gone = events.acknowledged();
        return new UpdateOneModel<>(
                eq("_id", events.aggregateId()),
                Updates.pull(
                        "outbox",
                        and(
                                lte("sequence", gone.getLast().getInt64("sequence")),
                                in(
                                        "eventId",
                                        gone.stream()
                                                .map(entry -> entry.get("eventId"))
                                                .toList()))));
    }
}
