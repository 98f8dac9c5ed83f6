package scot.fort.benchmark;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.List;
import org.bson.Document;

/** The database server that intake and the bare endpoint share. */
final class Database implements AutoCloseable {

    private final MongoClient client;

    Database(String uri) {
        client = MongoClients.create(uri);
    }

    /**
     * Removes all referrals and what the services made of them, with the indexes left in place: a round does not pay for what
     * an earlier one stored.
     */
    void clear() {
        referrals("fort_benchmark_intake").deleteMany(new Document());
        referrals("fort_benchmark_bare").deleteMany(new Document());
        for (String service : List.of("triage", "allocation", "notification", "timeline")) {
            MongoDatabase database = client.getDatabase("fort_benchmark_" + service);
            database.listCollectionNames()
                    .forEach(name -> database.getCollection(name).deleteMany(new Document()));
        }
    }

    /** Referrals whose events are not all on their topic yet. */
    long pending() {
        return referrals("fort_benchmark_intake")
                .countDocuments(new Document("outbox.0", new Document("$exists", true)));
    }

    String version() {
        return client.getDatabase("admin")
                .runCommand(new Document("buildInfo", 1))
                .getString("version");
    }

    private MongoCollection<Document> referrals(String database) {
        return client.getDatabase(database).getCollection("referrals");
    }

    @Override
    public void close() {
        client.close();
    }
}
