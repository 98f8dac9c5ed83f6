package scot.fort.platform.messaging.aggregate;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexModel;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;
import scot.fort.platform.messaging.Ids;
import scot.fort.platform.messaging.relay.OutboxRelay;

/** Opens the aggregate stores of a service: each a collection with its indexes, under the care of the relay. */
public final class AggregateStores {

    private final MongoDatabase database;
    private final String source;
    private final String topicPrefix;
    private final EventEncoder encoder;
    private final OutboxRelay relay;
    private final Indexes indexes;
    private final Clock clock;
    private final Ids ids;

    public AggregateStores(
            MongoDatabase database,
            String source,
            String topicPrefix,
            EventEncoder encoder,
            OutboxRelay relay,
            Indexes indexes,
            Clock clock,
            Ids ids) {
        this.database = database;
        this.source = source;
        this.topicPrefix = topicPrefix;
        this.encoder = encoder;
        this.relay = relay;
        this.indexes = indexes;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * Opens stores whose events are numbered apart from all others of the service, as another source: for what is about a
     * referral too, and told on a topic of its own.
     */
    public AggregateStores asSource(String name) {
        return new AggregateStores(database, name, topicPrefix, encoder, relay, indexes, clock, ids);
    }

    /** A store of aggregates of one referral each, whose id is the referral's. */
    public <S, E> AggregateStore<S, E> ofReferrals(
            String collection, Class<S> state, EventWriter<E> writer, List<IndexModel> declared) {
        return of(collection, state, writer, (id, any) -> Subject.referral(id), declared);
    }

    /**
     * The same, with the time at which each document's state was last written: for those who ask what has changed since
     * they last asked. Not for read models that are rebuilt to the byte.
     */
    public <S, E> AggregateStore<S, E> ofDatedReferrals(
            String collection, Class<S> state, EventWriter<E> writer, List<IndexModel> declared) {
        return of(collection, state, writer, (id, any) -> Subject.referral(id), declared, new Dating(clock, false));
    }

    /**
     * The same, but each write counts, also one that only moves a position: for those who follow the versions that are
     * shown to somebody; see {@link AggregateStore#versionsSince}.
     */
    public <S, E> AggregateStore<S, E> ofFollowedReferrals(
            String collection, Class<S> state, EventWriter<E> writer, List<IndexModel> declared) {
        List<IndexModel> all = new ArrayList<>(declared);
        all.add(new IndexModel(com.mongodb.client.model.Indexes.ascending(AggregateStore.WRITTEN_AT)));
        return of(collection, state, writer, (id, any) -> Subject.referral(id), all, new Dating(clock, true));
    }

    /**
     * A store of aggregates.
     *
     * @param subjects what an aggregate's events are about
     * @param declared the indexes that the service's queries need, beside the outbox's
     */
    public <S, E> AggregateStore<S, E> of(
            String collection,
            Class<S> state,
            EventWriter<E> writer,
            BiFunction<String, S, Subject> subjects,
            List<IndexModel> declared) {
        return of(collection, state, writer, subjects, declared, null);
    }

    private <S, E> AggregateStore<S, E> of(
            String collection,
            Class<S> state,
            EventWriter<E> writer,
            BiFunction<String, S, Subject> subjects,
            List<IndexModel> declared,
            @Nullable Dating dating) {
        MongoCollection<BsonDocument> documents = database.getCollection(collection, BsonDocument.class);
        List<IndexModel> all = new ArrayList<>(declared);
        all.add(OutboxRelay.index());
        all.addAll(WaitingRoom.indexes());
        indexes.declare(documents, all);
        return new AggregateStore<>(
                documents,
                new AggregateFormat<>(collection, state, database.getCodecRegistry(), dating),
                new Outbox<>(source, topicPrefix, writer, encoder, clock, ids),
                subjects,
                relay.over(documents),
                indexes::require);
    }
}
