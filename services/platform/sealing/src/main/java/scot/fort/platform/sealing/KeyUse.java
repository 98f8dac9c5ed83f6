package scot.fort.platform.sealing;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.ReadConcern;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.bson.Document;

/**
 * How far the store of data keys depends on the key-encryption keys of a file.
 *
 * @param byEarlier how many data keys nobody can read without an earlier one
 * @param byTheOneInUse how many are wrapped as they should be
 */
public record KeyUse(long byEarlier, long byTheOneInUse) {

    private static final int SECONDS = 5;

    /**
     * Looks into the store itself, for this moment: an instance that still has another file may go on wrapping with an
     * earlier key.
     *
     * @param mongodbUri of the server that has the store
     * @param database such as {@code fort_keys}
     * @throws KeysUnavailableException if it cannot be read
     */
    public static KeyUse of(Collection<String> earlier, String inUse, String mongodbUri, String database) {
        try (var client = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(mongodbUri))
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(SECONDS, TimeUnit.SECONDS))
                .build())) {
            var keys = client.getDatabase(database)
                    .getCollection(DataKeys.COLLECTION, Document.class)
                    .withReadConcern(ReadConcern.MAJORITY);
            return new KeyUse(
                    keys.countDocuments(Filters.in("kekId", earlier)),
                    keys.countDocuments(Filters.in("kekId", Set.of(inUse))));
        } catch (MongoException | IllegalArgumentException unreadable) {
            throw new KeysUnavailableException("The store of data keys in " + database + " cannot be read", unreadable);
        }
    }
}
