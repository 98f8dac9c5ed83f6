package scot.fort.platform.sealing;

import com.github.benmanes.caffeine.cache.Ticker;
import com.mongodb.MongoException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Wraps data keys anew that were wrapped by an earlier key-encryption key, so that this one can be retired. Neither the
 * data keys nor anything that they have sealed is changed. Only intake may write keys; several of its instances may do
 * this at once.
 */
public final class KeyRewrapping {

    static final Duration LONGEST_ROUND = Duration.ofSeconds(10);
    private static final int BATCH = 100;
    private static final Logger LOG = LoggerFactory.getLogger(KeyRewrapping.class);

    private final MongoCollection<Document> keys;
    private final KeyEncryptionKeys keks;
    private final Ticker ticker;
    private boolean indexed;
    private volatile double outdated = Double.NaN;

    KeyRewrapping(MongoDatabase database, KeyEncryptionKeys keks, Ticker ticker) {
        this.keys = database.getCollection(DataKeys.COLLECTION).withWriteConcern(WriteConcern.MAJORITY);
        this.keks = keks;
        this.ticker = ticker;
    }

    /** How many keys were still wrapped by another key-encryption key after the last round; not a number before the first. */
    public double outdated() {
        return outdated;
    }

    /** Wraps keys anew until none is left or some seconds have passed; a single query when there is nothing to do. */
    public void round() {
        try {
            if (!indexed) {
                keys.createIndex(Indexes.ascending("kekId", "_id"));
                indexed = true;
            }
            outdated = keys.countDocuments(isOutdated());
            if (outdated > 0) {
                outdated -= rewrap();
            }
        } catch (MongoException unreachable) {
            throw new KeysUnavailableException("The store of data keys cannot be reached", unreachable);
        }
    }

    /** Tombstones have no {@code kekId}, and so are none of them. */
    private Bson isOutdated() {
        return Filters.and(Filters.gt("kekId", ""), Filters.nin("kekId", keks.current()));
    }

    private int rewrap() {
        long end = ticker.read() + LONGEST_ROUND.toNanos();
        int rewrapped = 0;
        int unusable = 0;
        var batch = new ArrayList<UpdateOneModel<Document>>(BATCH);
        try (var found =
                keys.find(Filters.in("kekId", keks.outdated())).batchSize(BATCH).iterator()) {
            while (found.hasNext() && ticker.read() < end) {
                var anew = wrappedAnew(found.next());
                anew.ifPresent(batch::add);
                unusable += anew.isPresent() ? 0 : 1;
                if (batch.size() == BATCH) {
                    rewrapped += write(batch);
                }
            }
        }
        if (unusable > 0) {
            LOG.warn("{} data keys could not be unwrapped by an earlier key-encryption key", unusable);
        }
        return rewrapped + write(batch);
    }

    private Optional<UpdateOneModel<Document>> wrappedAnew(Document document) {
        var keyId = document.getString("_id");
        var kekId = document.getString("kekId");
        try {
            var wrapped = document.get("wrapped", Binary.class).getData();
            return Optional.of(new UpdateOneModel<>(
                    new Document("_id", keyId).append("kekId", kekId),
                    Updates.combine(
                            Updates.set("wrapped", new Binary(wrapped(keks.unwrap(keyId, wrapped, kekId)))),
                            Updates.set("kekId", keks.present().id()))));
        } catch (GeneralSecurityException unusable) {
            return Optional.empty();
        }
    }

    private byte[] wrapped(DataKey key) {
        try {
            return key.wrapped(keks.present());
        } catch (GeneralSecurityException unavailable) {
            throw new KeysUnavailableException("The data key " + key.id() + " cannot be wrapped anew", unavailable);
        }
    }

    /** What a tombstone or another instance has changed meanwhile is left alone. */
    private int write(List<UpdateOneModel<Document>> batch) {
        if (batch.isEmpty()) {
            return 0;
        }
        var modified =
                keys.bulkWrite(batch, new BulkWriteOptions().ordered(false)).getModifiedCount();
        batch.clear();
        return modified;
    }
}
