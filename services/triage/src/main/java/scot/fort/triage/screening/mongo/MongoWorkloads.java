package scot.fort.triage.screening.mongo;

import static com.mongodb.client.model.Aggregates.group;
import static com.mongodb.client.model.Aggregates.limit;
import static com.mongodb.client.model.Aggregates.match;
import static com.mongodb.client.model.Aggregates.sort;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.BsonField;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.bson.BsonDocument;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import scot.fort.platform.lifecycle.Priority;
import scot.fort.triage.screening.QueuePlace;
import scot.fort.triage.screening.Screening;
import scot.fort.triage.screening.Workload;
import scot.fort.triage.screening.Workloads;

/** Workloads, counted where the screenings are: what comes back is a few numbers a screener, however much they hold. */
final class MongoWorkloads implements Workloads {

    static final IndexModel INDEX =
            new IndexModel(Indexes.ascending(MongoQueue.SCREENER, MongoQueue.FREE_AT, MongoQueue.STATUS));

    private static final Duration COUNTING = Duration.ofSeconds(5);

    private final MongoCollection<BsonDocument> screenings;

    MongoWorkloads(MongoCollection<BsonDocument> screenings) {
        this.screenings = screenings;
    }

    @Override
    public List<Workload> list(Instant at, String after, int limit) {
        return screenings
                .aggregate(List.of(
                        match(and(
                                gt(MongoQueue.SCREENER, after),
                                gt(MongoQueue.FREE_AT, Date.from(at)),
                                in(MongoQueue.STATUS, MongoQueue.names(Screening.IN_QUEUE)))),
                        group("$" + MongoQueue.SCREENER, counts(at)),
                        sort(Sorts.ascending("_id")),
                        limit(limit)))
                .maxTime(COUNTING.toMillis(), TimeUnit.MILLISECONDS)
                .map(MongoWorkloads::read)
                .into(new ArrayList<>());
    }

    private static List<BsonField> counts(Instant at) {
        List<BsonField> counts = new ArrayList<>();
        counts.add(Accumulators.sum("claims", 1));
        for (Priority priority : Priority.values()) {
            counts.add(
                    count(priority.name(), new Document("$eq", List.of("$" + MongoQueue.PRIORITY, priority.name()))));
        }
        counts.add(Accumulators.min("oldestDueAt", "$" + MongoQueue.DUE_AT));
        counts.add(count("atRisk", reached("$state.place.atRiskAt", at)));
        counts.add(count("breached", reached("$state.place.breachedAt", at)));
        return counts;
    }

    private static BsonField count(String name, Document condition) {
        return Accumulators.sum(name, new Document("$cond", List.of(condition, 1, 0)));
    }

    /** What was stored before these times were says nothing of them. */
    private static Document reached(String time, Instant at) {
        Document known = new Document("$ifNull", List.of(time, Date.from(QueuePlace.NEVER)));
        return new Document("$lte", List.of(known, Date.from(at)));
    }

    private static Workload read(BsonDocument group) {
        Map<Priority, Integer> byPriority = new EnumMap<>(Priority.class);
        for (Priority priority : Priority.values()) {
            byPriority.put(priority, number(group, priority.name()));
        }
        return new Workload(
                group.getString("_id").getValue(),
                number(group, "claims"),
                byPriority,
                due(Instant.ofEpochMilli(group.getDateTime("oldestDueAt").getValue())),
                number(group, "atRisk"),
                number(group, "breached"));
    }

    private static int number(BsonDocument group, String name) {
        return group.getNumber(name).intValue();
    }

    private static @Nullable Instant due(Instant first) {
        return first.equals(QueuePlace.NEVER) ? null : first;
    }
}
