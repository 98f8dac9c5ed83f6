package scot.fort.platform.messaging.aggregate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.BsonArray;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.RawBsonDocument;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.configuration.CodecRegistry;
import org.jspecify.annotations.Nullable;

/**
 * The one document: {@code {_id, version, sequence, state, positions: {source: {sequence, eventId}}, parked: [...],
 * outbox: [{sequence, eventId, topic, type, source, key, payload, recordedAt, traceparent}]}}, {@code discarded: [...]}
 * where something was, and {@code writtenAt} where it is dated.
 */
final class AggregateFormat<S> {

    private final Codec<S> states;
    private final Codec<Position> positions;
    private final Codec<Parked> parked;
    private final Codec<Discarded> discarded;
    private final @Nullable Dating dating;

    private final String collection;

    /** @param dating null where documents are not dated */
    AggregateFormat(String collection, Class<S> state, CodecRegistry codecs, @Nullable Dating dating) {
        this.collection = collection;
        this.states = codecs.get(state);
        this.positions = codecs.get(Position.class);
        this.parked = codecs.get(Parked.class);
        this.discarded = codecs.get(Discarded.class);
        this.dating = dating;
    }

    Aggregate<S> read(BsonDocument document) {
        BsonValue state = document.get("state", BsonNull.VALUE);
        Map<String, Position> reached = new LinkedHashMap<>();
        document.getDocument("positions")
                .forEach((source, position) -> reached.put(source, decode(positions, position.asDocument())));
        List<Parked> waiting = new ArrayList<>();
        String id = document.getString("_id").getValue();
        document.getArray("parked").forEach(entry -> waiting.add(decode(parked, named(id, entry.asDocument()))));
        List<Discarded> without = new ArrayList<>();
        document.getArray("discarded", new BsonArray())
                .forEach(entry -> without.add(decode(discarded, entry.asDocument())));
        return new Aggregate<>(
                id,
                document.getNumber("version").longValue(),
                document.getNumber("sequence").longValue(),
                state.isNull() ? null : decode(states, state.asDocument()),
                reached,
                waiting,
                without);
    }

    /** A new document; {@code version} begins at 1. */
    BsonDocument document(Change<S, ?> change, List<BsonDocument> entries) {
        BsonDocument document =
                new BsonDocument("_id", new BsonString(change.loaded().id()));
        document.putAll(fields(change, entries.size()));
        return document.append("outbox", new BsonArray(entries));
    }

    /** Holds only while nobody else has written since the aggregate was loaded. */
    BsonDocument guard(Aggregate<S> loaded) {
        return new BsonDocument("_id", new BsonString(loaded.id())).append("version", new BsonInt64(loaded.version()));
    }

    BsonDocument update(Change<S, ?> change, List<BsonDocument> entries) {
        BsonDocument update = new BsonDocument("$set", fields(change, entries.size()));
        return entries.isEmpty()
                ? update
                : update.append("$push", new BsonDocument("outbox", new BsonDocument("$each", new BsonArray(entries))));
    }

    private BsonDocument fields(Change<S, ?> change, int events) {
        Aggregate<S> loaded = change.loaded();
        BsonDocument reached = new BsonDocument();
        change.positions().forEach((source, position) -> reached.append(source, encode(positions, position)));
        BsonArray waiting = new BsonArray();
        change.parked().forEach(entry -> waiting.add(encode(parked, entry)));
        S state = change.state();
        BsonDocument fields = new BsonDocument("version", new BsonInt64(loaded.version() + 1))
                .append("sequence", new BsonInt64(loaded.sequence() + events))
                .append("state", state == null ? BsonNull.VALUE : encode(states, state))
                .append("positions", reached)
                .append("parked", waiting);
        if (!change.discarded().isEmpty()) {
            BsonArray without = new BsonArray();
            change.discarded().forEach(entry -> without.add(encode(discarded, entry)));
            fields.append("discarded", without);
        }
        if (dating != null && state != null && dating.concerns(loaded.state(), state)) {
            fields.append(
                    AggregateStore.WRITTEN_AT, new BsonDateTime(dating.clock().millis()));
        }
        return fields;
    }

    /** An instance of an earlier release parks events without an id. */
    private BsonDocument named(String id, BsonDocument entry) {
        if (entry.containsKey("id")) {
            return entry;
        }
        String source = entry.getString("source").getValue();
        long sequence = entry.getNumber("sequence").longValue();
        BsonDocument named = new BsonDocument("id", new BsonString(Parked.id(collection, id, source, sequence)));
        named.putAll(entry);
        return named;
    }

    private static <T> T decode(Codec<T> codec, BsonDocument document) {
        return codec.decode(document.asBsonReader(), DecoderContext.builder().build());
    }

    /** As bytes: what is inside goes to the database as it is, and comes from there unread. */
    private static <T> BsonDocument encode(Codec<T> codec, T value) {
        return new RawBsonDocument(value, codec);
    }
}
