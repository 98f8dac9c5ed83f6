package scot.fort.platform.sealing;

import com.github.benmanes.caffeine.cache.Ticker;
import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.bson.Document;

/** A database for keys over the wire, and a count of the commands that reach it. */
final class KeyStore implements AutoCloseable {

    static final String DATABASE = "test_keys";

    private final MongoServer server = new MongoServer(new MemoryBackend());
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private final MongoClient client;
    private final KeyEncryptionKey kek;

    KeyStore(KeyEncryptionKey kek) {
        this.kek = kek;
        this.client = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(server.bindAndGetConnectionString()))
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(300, TimeUnit.MILLISECONDS))
                .addCommandListener(new CommandListener() {
                    @Override
                    public void commandStarted(CommandStartedEvent event) {
                        commands.add(event.getCommandName());
                    }
                })
                .build());
    }

    DataKeys keys() {
        return keys(KeyEncryptionKeys.of(kek));
    }

    DataKeys keys(KeyEncryptionKeys other) {
        return keys(() -> UUID.randomUUID().toString(), Ticker.systemTicker(), other);
    }

    DataKeys keys(Supplier<String> ids, Ticker ticker, KeyEncryptionKeys other) {
        var cached = new DataKeys.Cached(Duration.ofSeconds(45), 1000, ticker);
        return new DataKeys(database(), other, ids, Clock.systemUTC(), cached);
    }

    KeyRewrapping rewrapping(KeyEncryptionKeys keks, Ticker ticker) {
        return new KeyRewrapping(database(), keks, ticker);
    }

    MongoCollection<Document> documents() {
        return database().getCollection("keys");
    }

    String uri() {
        return server.getConnectionString();
    }

    int commands() {
        return commands.size();
    }

    long commands(String name) {
        return commands.stream().filter(name::equals).count();
    }

    void stop() {
        server.shutdown();
    }

    @Override
    public void close() {
        client.close();
        stop();
    }

    private MongoDatabase database() {
        return client.getDatabase(DATABASE);
    }
}
