package scot.fort.platform.messaging.aggregate;

import static com.mongodb.client.model.Accumulators.min;
import static com.mongodb.client.model.Accumulators.sum;
import static com.mongodb.client.model.Aggregates.group;
import static com.mongodb.client.model.Aggregates.limit;
import static com.mongodb.client.model.Aggregates.match;
import static com.mongodb.client.model.Aggregates.project;
import static com.mongodb.client.model.Aggregates.sort;
import static com.mongodb.client.model.Aggregates.unwind;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * All that is parked in the documents of one collection. It is found by sparse indexes, which hold nothing of a document
 * in which nothing waits.
 */
public final class WaitingRoom {

    static final String ID = "parked.id";

    private static final String SINCE = "parked.parkedAt";
    private static final String SOURCE = "parked.source";
    private static final String SEQUENCE = "parked.sequence";
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Bson WITHOUT_CONTENT =
            project(include(SINCE, SOURCE, SEQUENCE, "parked.eventId", "parked.type", "parked.reason", "positions"));

    private final MongoCollection<BsonDocument> documents;

    WaitingRoom(MongoCollection<BsonDocument> documents) {
        this.documents = documents;
    }

    static List<IndexModel> indexes() {
        IndexOptions sparse = new IndexOptions().sparse(true);
        return List.of(new IndexModel(ascending(ID), sparse), new IndexModel(ascending(SINCE), sparse));
    }

    /** What waits, the longest first. */
    public List<Waiting> list(WaitingQuery query) {
        WaitingQuery.After after = query.after();
        Instant since = after == null ? Instant.EPOCH : after.parkedAt();
        List<Bson> ofDocuments = new ArrayList<>(List.of(gte(SINCE, since)));
        if (query.aggregateId() != null) {
            ofDocuments.add(eq("_id", query.aggregateId()));
        }
        List<Bson> ofEvents = new ArrayList<>(List.of(after == null ? exists(SINCE) : follows(after)));
        if (query.source() != null) {
            ofEvents.add(eq(SOURCE, query.source()));
        }
        return documents
                .aggregate(List.of(
                        match(and(ofDocuments)),
                        unwind("$parked"),
                        WITHOUT_CONTENT,
                        match(and(ofEvents)),
                        sort(ascending(SINCE, "_id", SOURCE, SEQUENCE)),
                        limit(query.limit())))
                .maxTime(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .map(this::waiting)
                .into(new ArrayList<>());
    }

    /** How much waits now. */
    public WaitingCount count() {
        BsonDocument counted = documents
                .aggregate(List.of(
                        match(gte(SINCE, Instant.EPOCH)),
                        unwind("$parked"),
                        group(null, sum("events", 1), min("oldest", "$" + SINCE))))
                .maxTime(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .first();
        return counted == null
                ? WaitingCount.NONE
                : new WaitingCount(counted.getNumber("events").intValue(), instant(counted, "oldest"));
    }

    /** The document in which an event waits without an id, as an instance of an earlier release has parked it. */
    @Nullable String holderOfUnnamed(String id) {
        return documents
                .aggregate(List.of(
                        match(gte(SINCE, Instant.EPOCH)), unwind("$parked"), match(exists(ID, false)), WITHOUT_CONTENT))
                .maxTime(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .map(this::waiting)
                .into(new ArrayList<>())
                .stream()
                .filter(waiting -> waiting.id().equals(id))
                .map(Waiting::aggregateId)
                .findFirst()
                .orElse(null);
    }

    /** The same event may wait in another collection, too. */
    private Bson follows(WaitingQuery.After after) {
        boolean isNextCollection = collection().compareTo(after.collection()) > 0;
        Bson ofThatSource = isNextCollection ? gte(SEQUENCE, after.sequence()) : gt(SEQUENCE, after.sequence());
        return or(
                gt(SINCE, after.parkedAt()),
                and(
                        eq(SINCE, after.parkedAt()),
                        or(
                                gt("_id", after.aggregateId()),
                                and(
                                        eq("_id", after.aggregateId()),
                                        or(
                                                gt(SOURCE, after.source()),
                                                and(eq(SOURCE, after.source()), ofThatSource))))));
    }

    private Waiting waiting(BsonDocument row) {
        BsonDocument parked = row.getDocument("parked");
        String aggregateId = row.getString("_id").getValue();
        String source = parked.getString("source").getValue();
        long sequence = parked.getNumber("sequence").longValue();
        BsonDocument position = row.getDocument("positions").getDocument(source, new BsonDocument());
        return new Waiting(
                Parked.id(collection(), aggregateId, source, sequence),
                collection(),
                aggregateId,
                source,
                sequence,
                parked.getString("eventId").getValue(),
                parked.getString("type").getValue(),
                parked.getString("reason").getValue(),
                instant(parked, "parkedAt"),
                position.getNumber("sequence", new BsonInt64(Position.START.sequence()))
                        .longValue());
    }

    private String collection() {
        return documents.getNamespace().getCollectionName();
    }

    private static Instant instant(BsonDocument document, String field) {
        return Instant.ofEpochMilli(document.getDateTime(field).getValue());
    }
}
