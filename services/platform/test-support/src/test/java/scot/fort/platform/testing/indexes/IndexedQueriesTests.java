package scot.fort.platform.testing.indexes;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.nin;
import static com.mongodb.client.model.Filters.not;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.descending;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import scot.fort.platform.testing.RealStack;

/** With a shelf of books: well kept, and asked for in ways that its indexes do not serve. */
class IndexedQueriesTests {

    private final IndexedQueries queries = IndexedQueries.all();
    private final String database = "indexed" + UUID.randomUUID().toString().substring(0, 8);
    private final MongoClient mongo = MongoClients.create(MongoClientSettings.builder()
            .applyConnectionString(new ConnectionString(RealStack.addresses().mongodbUri()))
            .addCommandListener(queries)
            .build());
    private final MongoCollection<Document> books = mongo.getDatabase(database).getCollection("books");

    @BeforeEach
    void declareIndexes() {
        books.createIndex(ascending("subject", "shelf", "year", "_id"));
        books.createIndex(ascending("lent.until"), new IndexOptions().sparse(true));
        books.createIndex(ascending("isbn"), new IndexOptions().unique(true));
        books.createIndex(ascending("authors.name", "authors.role"));
    }

    @AfterEach
    void forget() {
        mongo.getDatabase(database).drop();
        mongo.close();
    }

    @Test
    void findsNothingWrongWithWhatAnIndexServes() {
        find(eq("_id", "b1"), ascending("title"));
        find(and(eq("_id", "b1"), eq("version", 3)), ascending("_id"));
        find(and(eq("isbn", "1"), ne("title", "x")), ascending("year"));
        find(eq("subject", "tea"), ascending("shelf", "year", "_id"));
        find(in("subject", "tea", "cake"), descending("shelf", "year", "_id"));
        find(and(eq("subject", "tea"), eq("shelf", 3), gt("year", 1990)), ascending("shelf", "year"));
        find(and(eq("subject", "tea"), ne("year", 1990)), ascending("shelf"));
        find(lte("lent.until", 5), ascending("lent.until"));
        find(exists("lent.until"), new Document());
        find(and(lte("lent.until", 5), nin("_id", "b1", "b2")), ascending("lent.until"));
        find(elemMatch("authors", and(eq("name", "Baird"), eq("role", "editor"))), new Document());
        find(or(eq("subject", "tea"), eq("isbn", "1")), new Document());
        find(and(eq("subject", "tea"), or(gt("shelf", 3), and(eq("shelf", 3), gt("year", 1990)))), ascending("shelf"));
        books.find().sort(ascending("_id")).limit(10).first();
        books.aggregate(List.of(Aggregates.match(gt("lent.until", 1)), Aggregates.count()))
                .first();
        books.countDocuments(eq("subject", "tea"));
        books.updateOne(eq("isbn", "1"), Updates.set("title", "y"));
        books.deleteMany(eq("subject", "dust"));

        assertThat(queries.unserved(Set.of())).isEmpty();
        assertThat(queries.count("books")).isGreaterThan(15);
    }

    @Test
    void saysWhichQueryReadsAllThereIs() {
        assertUnserved(find -> find.find(eq("title", "x")).first());
        assertUnserved(find -> find.find().into(new ArrayList<>()));
        assertUnserved(find -> find.find(not(eq("subject", "tea"))).first());
        assertUnserved(
                find -> find.find(or(eq("subject", "tea"), eq("colour", "red"))).first());
        assertUnserved(find -> find.find(exists("lent.until", false)).first());
        assertUnserved(find -> find.aggregate(List.of(Aggregates.count())).first());
        assertUnserved(find -> find.updateMany(eq("title", "x"), Updates.set("title", "y")));
        assertUnserved(find -> find.deleteOne(eq("title", "x")));
        assertUnserved(find -> find.findOneAndDelete(eq("title", "x")));
        assertUnserved(find -> find.distinct("title", String.class).first());
    }

    @Test
    void saysWhichQuerySortsWhatItHasFound() {
        assertUnserved(
                find -> find.find(eq("subject", "tea")).sort(ascending("year")).first());
        assertUnserved(find ->
                find.find(eq("subject", "tea")).sort(ascending("shelf", "_id")).first());
        assertUnserved(
                find -> find.find(gt("subject", "tea")).sort(ascending("shelf")).first());
        assertUnserved(find -> find.find(eq("subject", "tea"))
                .sort(new Document("shelf", 1).append("year", -1))
                .first());
        assertUnserved(
                find -> find.find().sort(ascending("lent.until")).limit(3).first());
    }

    @Test
    void saysWhichQueryReadsDocumentsInVainUnlessItMay() {
        find(and(eq("subject", "tea"), eq("colour", "red")), ascending("shelf"));

        assertThat(queries.unserved(Set.of()))
                .containsExactly("find books by {colour ONE_VALUE, subject ONE_VALUE} in the order of [shelf]");
        assertThat(queries.unserved(Set.of("colour"))).isEmpty();
        assertThat(queries.unserved(Set.of(), Set.of("books"))).isEmpty();
    }

    private void find(Bson filter, Bson order) {
        books.find(filter).sort(order).first();
    }

    private void assertUnserved(Consumer<MongoCollection<Document>> query) {
        int before = queries.unserved(Set.of()).size();
        query.accept(books);
        assertThat(queries.unserved(Set.of())).hasSize(before + 1);
    }
}
