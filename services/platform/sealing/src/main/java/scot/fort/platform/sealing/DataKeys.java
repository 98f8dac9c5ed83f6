package scot.fort.platform.sealing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOptions;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.bson.Document;
import org.bson.types.Binary;

/**
 * The store of data keys: {@code {_id, wrapped, kekId, createdAt}}, or after its destruction the tombstone
 * {@code {_id, destroyedAt}}. Keys are cached for less than the minute in which an erasure must take effect everywhere.
 */
public final class DataKeys {

    static final Duration LONGEST_CACHE = Duration.ofSeconds(60);
    static final String COLLECTION = "keys";
    private static final int QUERY_SIZE = 500;

    private final MongoCollection<Document> keys;
    private final KeyEncryptionKeys keks;
    private final Supplier<String> ids;
    private final Clock clock;
    private final Cache<String, KeyState> cache;

    DataKeys(MongoDatabase database, KeyEncryptionKeys keks, Supplier<String> ids, Clock clock, Cached cached) {
        this.keys = database.getCollection(COLLECTION).withWriteConcern(WriteConcern.MAJORITY);
        this.keks = keks;
        this.ids = ids;
        this.clock = clock;
        this.cache = Caffeine.newBuilder()
                .expireAfterWrite(cached.duration())
                .maximumSize(cached.size())
                .ticker(cached.ticker())
                .build();
    }

    /**
     * How keys are cached.
     *
     * @param duration at most {@link #LONGEST_CACHE}
     * @param size the most keys that are kept
     * @param ticker what the duration is measured with
     */
    record Cached(Duration duration, int size, Ticker ticker) {}

    /** Makes keys and has them on a majority before any is handed out; when that is in doubt, none ever is. */
    List<DataKey> create(int count) {
        try {
            var kek = keks.present();
            var created = new ArrayList<DataKey>(count);
            var documents = new ArrayList<Document>(count);
            for (int made = 0; made < count; made++) {
                var key = DataKey.generate(ids.get());
                created.add(key);
                documents.add(new Document("_id", key.id())
                        .append("wrapped", new Binary(key.wrapped(kek)))
                        .append("kekId", kek.id())
                        .append("createdAt", Date.from(clock.instant())));
            }
            keys.insertMany(documents);
            return created;
        } catch (MongoException | GeneralSecurityException doubtful) {
            throw new KeysUnavailableException("Data keys could not be made", doubtful);
        }
    }

    /** The state of every one of these keys; fails if any cannot be had. */
    Map<String, KeyState> find(Collection<String> keyIds) {
        var wanted = Set.copyOf(keyIds);
        var found = new HashMap<>(cache.getAllPresent(wanted));
        var missing = wanted.stream().filter(id -> !found.containsKey(id)).toList();
        for (int from = 0; from < missing.size(); from += QUERY_SIZE) {
            found.putAll(read(missing.subList(from, Math.min(missing.size(), from + QUERY_SIZE))));
        }
        for (var keyId : wanted) {
            if (!found.containsKey(keyId)) {
                throw new KeysUnavailableException("The data key " + keyId + " is not in the store", null);
            }
        }
        return found;
    }

    KeyState find(String keyId) {
        return Objects.requireNonNull(find(Set.of(keyId)).get(keyId));
    }

    /** Puts a tombstone in the key's place, for ever. May be repeated; also when the key itself is not there. */
    public void destroy(String keyId) {
        try {
            keys.replaceOne(
                    Filters.and(Filters.eq("_id", keyId), Filters.exists("destroyedAt", false)),
                    new Document("_id", keyId).append("destroyedAt", Date.from(clock.instant())),
                    new ReplaceOptions().upsert(true));
        } catch (MongoWriteException failed) {
            if (failed.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw new KeysUnavailableException("The data key " + keyId + " could not be destroyed", failed);
            }
        } catch (MongoException unreachable) {
            throw new KeysUnavailableException("The data key " + keyId + " could not be destroyed", unreachable);
        }
        cache.put(keyId, new KeyState.Destroyed());
    }

    /**
     * Destroys those of these keys that are not, as after a restore of the store from a backup older than their
     * destruction. One query for many keys when there is nothing to do.
     *
     * @param keyIds of all content that has been erased
     * @return how many had come back, or were not there at all
     */
    public int destroyAgain(Collection<String> keyIds) {
        var all = List.copyOf(Set.copyOf(keyIds));
        int again = 0;
        for (int from = 0; from < all.size(); from += QUERY_SIZE) {
            var some = all.subList(from, Math.min(all.size(), from + QUERY_SIZE));
            var destroyed = tombstones(some);
            for (var keyId : some) {
                if (!destroyed.contains(keyId)) {
                    destroy(keyId);
                    again++;
                }
            }
        }
        return again;
    }

    private Set<String> tombstones(List<String> keyIds) {
        try {
            var found = new HashSet<String>();
            keys.withReadConcern(ReadConcern.MAJORITY)
                    .find(Filters.and(Filters.in("_id", keyIds), Filters.exists("destroyedAt")))
                    .projection(Projections.include("_id"))
                    .forEach(tombstone -> found.add(tombstone.getString("_id")));
            return found;
        } catch (MongoException unreachable) {
            throw new KeysUnavailableException("The store of data keys cannot be read", unreachable);
        }
    }

    private Map<String, KeyState> read(List<String> keyIds) {
        try {
            var read = new HashMap<String, KeyState>();
            for (var document : keys.find(Filters.in("_id", keyIds))) {
                read.put(document.getString("_id"), state(document));
            }
            cache.putAll(read);
            return read;
        } catch (MongoException unreachable) {
            throw new KeysUnavailableException("The store of data keys cannot be read", unreachable);
        }
    }

    private KeyState state(Document document) {
        var keyId = document.getString("_id");
        if (document.containsKey("destroyedAt")) {
            return new KeyState.Destroyed();
        }
        var kekId = document.getString("kekId");
        try {
            var wrapped = document.get("wrapped", Binary.class).getData();
            return new KeyState.Usable(keks.unwrap(keyId, wrapped, kekId));
        } catch (GeneralSecurityException unusable) {
            throw new KeysUnavailableException(
                    "The data key " + keyId + " cannot be unwrapped with the key-encryption key " + kekId, unusable);
        }
    }
}
