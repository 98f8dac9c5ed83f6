package scot.fort.triage.screening.web;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import org.bson.Document;

/** The access log takes nothing: it has an entry of the purpose of all others, and may have one of each purpose alone. */
final class AccessLogAway {

    private AccessLogAway() {}

    static void during(MongoDatabase database, Runnable work) {
        MongoCollection<Document> accesses = database.getCollection("accesses");
        accesses.deleteMany(Filters.empty());
        accesses.insertOne(new Document("_id", "the-only-one").append("state", new Document("purpose", "CASE_WORK")));
        String onePerPurpose =
                accesses.createIndex(Indexes.ascending("state.purpose"), new IndexOptions().unique(true));
        try {
            work.run();
        } finally {
            accesses.dropIndex(onePerPurpose);
            accesses.deleteOne(Filters.eq("_id", "the-only-one"));
        }
    }
}
