package scot.fort.local.server;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import de.bwaldvogel.mongo.MongoBackend;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.memory.index.MemoryUniqueIndex;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NarrowingIndexTest {

    static Stream<Supplier<MongoBackend>> backends() {
        return Stream.of(Backends::inMemory, () -> Backends.over(new MVStore.Builder().open()));
    }

    @Test
    void servesAGuardedUpdateAndNoQueryWithoutItsFields() {
        NarrowingIndex<Integer> index = new NarrowingIndex<>(
                "_id_", List.of(new IndexKey("_id", true)), false, keys -> new MemoryUniqueIndex("_id_", keys, false));

        assertThat(index.canHandle(new de.bwaldvogel.mongo.bson.Document("_id", "a").append("version", 1)))
                .isTrue();
        assertThat(index.canHandle(new de.bwaldvogel.mongo.bson.Document("version", 1)))
                .isFalse();
    }

    @ParameterizedTest
    @MethodSource("backends")
    void leavesToEachQueryWhatElseItAsksFor(Supplier<MongoBackend> backend) {
        MongoServer server = new MongoServer(backend.get());
        try (MongoClient client =
                MongoClients.create("mongodb://127.0.0.1:" + server.bind().getPort() + "/?directConnection=true")) {
            MongoCollection<Document> things = client.getDatabase("test").getCollection("things");
            things.createIndex(
                    Indexes.ascending("owner", "key"),
                    new IndexOptions().unique(true).sparse(true));
            things.insertMany(IntStream.range(0, 20)
                    .mapToObj(id -> new Document("_id", id)
                            .append("version", 1)
                            .append("owner", "school")
                            .append("key", "k" + id))
                    .toList());

            assertThat(things.updateOne(and(eq("_id", 3), eq("version", 1)), inc("version", 1))
                            .getMatchedCount())
                    .isEqualTo(1);
            assertThat(things.updateOne(and(eq("_id", 3), eq("version", 1)), inc("version", 1))
                            .getMatchedCount())
                    .isZero();
            assertThat(things.countDocuments(and(in("_id", 3, 4, 99), gt("version", 1))))
                    .isEqualTo(1);
            assertThat(things.countDocuments(and(eq("_id", 3), or(eq("version", 9), eq("key", "k3")))))
                    .isEqualTo(1);
            assertThat(things.countDocuments(and(eq("owner", "school"), eq("key", "k3"), eq("version", 1))))
                    .isZero();
            assertThat(things.countDocuments(and(eq("owner", "school"), exists("key"))))
                    .isEqualTo(20);
            assertThatThrownBy(() -> things.updateOne(eq("_id", 5), set("key", "k6")))
                    .isInstanceOf(MongoWriteException.class);
        } finally {
            server.shutdown();
        }
    }

    @ParameterizedTest
    @MethodSource("backends")
    void keepsAFieldInsideOthersUnique(Supplier<MongoBackend> backend) {
        MongoServer server = new MongoServer(backend.get());
        try (MongoClient client =
                MongoClients.create("mongodb://127.0.0.1:" + server.bind().getPort() + "/?directConnection=true")) {
            MongoCollection<Document> things = client.getDatabase("test").getCollection("things");
            things.createIndex(
                    Indexes.ascending("state.origin.owner", "state.keys.name"),
                    new IndexOptions().unique(true).sparse(true));
            things.insertMany(List.of(
                    thing(1, "a", new Document("name", "x")),
                    thing(2, "b", new Document("name", "x")),
                    thing(3, "c", List.of(new Document("name", "y"), new Document("name", "z"))),
                    new Document("_id", 4),
                    new Document("_id", 5).append("state", "none")));

            assertThatThrownBy(() -> things.insertOne(thing(6, "a", new Document("name", "x"))))
                    .isInstanceOf(MongoWriteException.class)
                    .hasMessageContaining("E11000");
            assertThatThrownBy(() -> things.insertOne(thing(6, "c", new Document("name", "z"))))
                    .isInstanceOf(MongoWriteException.class);
            assertThatThrownBy(() -> things.updateOne(eq("_id", 2), set("state.origin.owner", "a")))
                    .isInstanceOf(MongoWriteException.class);

            things.updateOne(eq("_id", 1), set("state.origin.owner", "d"));
            things.deleteOne(eq("_id", 3));

            things.insertOne(thing(6, "a", new Document("name", "x")));
            things.insertOne(thing(7, "c", new Document("name", "z")));
            assertThat(things.countDocuments(and(eq("state.origin.owner", "d"), eq("state.keys.name", "x"))))
                    .isEqualTo(1);
        } finally {
            server.shutdown();
        }
    }

    private static Document thing(int id, String owner, Object keys) {
        return new Document("_id", id)
                .append("state", new Document("origin", new Document("owner", owner)).append("keys", keys));
    }
}
