package scot.fort.platform.messaging.aggregate;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.exclude;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.RawBsonDocument;
import org.bson.conversions.Bson;
import scot.fort.platform.messaging.Cause;
import scot.fort.platform.messaging.relay.OutboxRelay;

/**
 * Keeps aggregates, each with its state, its outbox and the positions it has reached in one document. Every change is
 * one insert, or one update guarded by the version that was loaded; the update appends to the outbox and never writes
 * back what it loaded of it.
 *
 * @param <S> the state, a record that the driver's record codec can store: public, as are the records inside it
 * @param <E> the domain events
 */
public final class AggregateStore<S, E> {

    /** In a dated store, when a document's state was last written, by the clock of the service that wrote. */
    public static final String WRITTEN_AT = "writtenAt";

    private static final Bson WITHOUT_OUTBOX = exclude("outbox");
    private static final Date EPOCH = new Date(0);
    private static final Duration COUNTING = Duration.ofSeconds(5);

    private final MongoCollection<BsonDocument> documents;
    private final MongoCollection<RawBsonDocument> found;
    private final MongoCollection<RawBsonDocument> majority;
    private final AggregateFormat<S> format;
    private final Outbox<E> outbox;
    private final BiFunction<String, S, Subject> subjects;
    private final Wakeable relay;
    private final Runnable requireIndexes;
    private volatile Watch<S> watch = Watch.none();

    AggregateStore(
            MongoCollection<BsonDocument> documents,
            AggregateFormat<S> format,
            Outbox<E> outbox,
            BiFunction<String, S, Subject> subjects,
            Wakeable relay,
            Runnable requireIndexes) {
        this.documents = documents;
        this.found = documents.withDocumentClass(RawBsonDocument.class);
        this.majority = found.withReadConcern(ReadConcern.MAJORITY);
        this.format = format;
        this.outbox = outbox;
        this.subjects = subjects;
        this.relay = relay;
        this.requireIndexes = requireIndexes;
    }

    /** An aggregate that has a state; one that only holds parked events is nothing to a command yet. */
    public Optional<Aggregate<S>> find(String id) {
        return findOne(eq("_id", id));
    }

    /** The aggregate that a query on a unique index finds. */
    public Optional<Aggregate<S>> findOne(Bson filter) {
        return Optional.ofNullable(found.find(filter).projection(WITHOUT_OUTBOX).first())
                .map(format::read)
                .filter(aggregate -> aggregate.state() != null);
    }

    /** For queries of a read side; what they need indexed, the service declares. */
    public List<Aggregate<S>> list(Bson filter, Bson order, int limit) {
        return found.find(filter)
                .sort(order)
                .limit(limit)
                .projection(WITHOUT_OUTBOX)
                .map(format::read)
                .into(new ArrayList<>());
    }

    /**
     * How many aggregates have events that are not sent yet. Read with majority concern, as the relay reads.
     *
     * @param atMost where counting stops
     */
    public int countPending(int atMost) {
        CountOptions options = new CountOptions()
                .limit(atMost)
                .hint(OutboxRelay.index().getKeys())
                .maxTime(COUNTING.toMillis(), TimeUnit.MILLISECONDS);
        return (int) majority.countDocuments(gt("outbox.recordedAt", EPOCH), options);
    }

    /** Has somebody told of each write of this process. */
    public void watchedBy(Watch<S> watching) {
        watch = watching;
    }

    /**
     * The versions of what was written at this time or later, by id; in a store of {@link
     * AggregateStores#ofFollowedReferrals} every write counts.
     */
    public Map<String, Long> versionsSince(Instant since, int limit) {
        Map<String, Long> versions = new HashMap<>();
        documents
                .find(gte(WRITTEN_AT, Date.from(since)))
                .projection(include("version"))
                .limit(limit)
                .forEach(document -> versions.put(
                        document.getString("_id").getValue(),
                        document.getNumber("version").longValue()));
        return versions;
    }

    /** The aggregate that an event waits in, with a state or without: one read, of what no failover can undo any more. */
    public Optional<Aggregate<S>> findWaiting(String parkedId) {
        return Optional.ofNullable(majority.find(eq(WaitingRoom.ID, parkedId))
                        .projection(WITHOUT_OUTBOX)
                        .first())
                .map(format::read)
                .or(() -> Optional.ofNullable(waitingRoom().holderOfUnnamed(parkedId))
                        .map(holder -> load(List.of(holder)).get(holder)));
    }

    public WaitingRoom waitingRoom() {
        return new WaitingRoom(documents);
    }

    /** Name of the collection. */
    public String collection() {
        return documents.getNamespace().getCollectionName();
    }

    /**
     * Stores a new aggregate with its first events: one write.
     *
     * @return whether it was ours to insert; false when a unique index already holds one of its values
     */
    public boolean insert(String id, S state, List<? extends E> events, Cause cause) {
        requireIndexes.run();
        Change<S, E> change = new Change<>(Aggregate.absent(id), state, Caused.all(events, cause));
        List<BsonDocument> entries = entries(change);
        try {
            documents.insertOne(format.document(change, entries));
        } catch (MongoWriteException fault) {
            if (fault.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw fault;
        }
        watch.written(List.of(change.made()));
        wakeForNew(id, entries);
        return true;
    }

    /**
     * Stores what a command made of an aggregate: one write.
     *
     * @return whether the version was still the one that was loaded; false means nothing was written
     */
    public boolean save(Aggregate<S> loaded, S state, List<? extends E> events, Cause cause) {
        Change<S, E> change = new Change<>(loaded, state, Caused.all(events, cause));
        UpdateOneModel<BsonDocument> update = update(change);
        boolean won =
                documents.updateOne(update.getFilter(), update.getUpdate()).getMatchedCount() == 1;
        if (won) {
            watch.written(List.of(change.made()));
            if (!events.isEmpty()) {
                relay.wake(List.of(loaded.id()));
            }
        }
        return won;
    }

    /** What a batch of events is about, known or not, by id: one read, of what no failover can undo any more. */
    public Map<String, Aggregate<S>> load(Collection<String> ids) {
        Map<String, Aggregate<S>> found = new HashMap<>();
        for (RawBsonDocument document : majority.find(in("_id", ids)).projection(WITHOUT_OUTBOX)) {
            Aggregate<S> aggregate = format.read(document);
            found.put(aggregate.id(), aggregate);
        }
        ids.forEach(id -> found.computeIfAbsent(id, Aggregate::absent));
        return found;
    }

    /**
     * Stores what a batch of events made of their aggregates: one write.
     *
     * @return whether every guard held; false means that some may not be written, and that all are to be read again
     */
    public boolean saveAll(Collection<Change<S, E>> changes) {
        requireIndexes.run();
        List<WriteModel<BsonDocument>> writes = new ArrayList<>();
        Map<String, List<BsonDocument>> inserted = new HashMap<>();
        for (Change<S, E> change : changes) {
            if (change.loaded().isStored()) {
                writes.add(update(change));
            } else {
                List<BsonDocument> entries = entries(change);
                writes.add(new InsertOneModel<>(format.document(change, entries)));
                inserted.put(change.loaded().id(), entries);
            }
        }
        boolean won;
        try {
            won = documents
                            .bulkWrite(writes, new BulkWriteOptions().ordered(false))
                            .getMatchedCount()
                    == changes.size() - inserted.size();
        } catch (MongoBulkWriteException fault) {
            if (!isDuplicate(fault)) {
                perhapsWritten(changes);
                throw fault;
            }
            won = false;
        }
        if (won) {
            watch.written(changes.stream().map(Change::made).toList());
            inserted.forEach(this::wakeForNew);
            relay.wake(
                    withEvents(changes).filter(id -> !inserted.containsKey(id)).toList());
        } else {
            perhapsWritten(changes);
        }
        return won;
    }

    private void perhapsWritten(Collection<Change<S, E>> changes) {
        watch.perhapsWritten(
                changes.stream().map(change -> change.loaded().id()).toList());
        relay.wake(withEvents(changes).toList());
    }

    private Stream<String> withEvents(Collection<Change<S, E>> changes) {
        return changes.stream().filter(change -> !change.events().isEmpty()).map(change -> change.loaded()
                .id());
    }

    /** A write that only the primary has may be undone; whoever takes it for done loses it. */
    private static boolean isDuplicate(MongoBulkWriteException fault) {
        return fault.getWriteConcernError() == null
                && fault.getWriteErrors().stream()
                        .allMatch(error -> ErrorCategory.fromErrorCode(error.getCode()) == ErrorCategory.DUPLICATE_KEY);
    }

    private UpdateOneModel<BsonDocument> update(Change<S, E> change) {
        return new UpdateOneModel<>(format.guard(change.loaded()), format.update(change, entries(change)));
    }

    private List<BsonDocument> entries(Change<S, E> change) {
        S state = change.state();
        if (state == null || change.events().isEmpty()) {
            return List.of();
        }
        Aggregate<S> loaded = change.loaded();
        return outbox.entries(subjects.apply(loaded.id(), state), loaded.sequence(), change.events());
    }

    private void wakeForNew(String id, List<BsonDocument> entries) {
        if (!entries.isEmpty()) {
            relay.wake(id, entries);
        }
    }
}
