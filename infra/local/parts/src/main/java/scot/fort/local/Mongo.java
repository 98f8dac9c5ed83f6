package scot.fort.local;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bson.Document;

/** MongoDB: a {@code mongod} of this machine as a replica set of one where there is one, else the embedded server. */
final class Mongo {
    private static final int HEAP_MEGABYTES = 512;

    /** Where nothing is kept elsewhere; only as much is taken as the documents need. */
    private static final int MEMORY_HEAP_MEGABYTES = 2048;

    private static final String REPLICA_SET = "fort";
    private static final int NOT_YET_INITIALIZED = 94;

    private Mongo() {}

    /** The server of somebody else that we were told to use. */
    static Optional<String> external() {
        return Optional.ofNullable(System.getenv("FORT_MONGODB_URI")).filter(uri -> !uri.isBlank());
    }

    static String uri(int port) {
        return "mongodb://127.0.0.1:" + port + "/?directConnection=true";
    }

    static PartDefinition definition(Path folder, Path log, int port, MongoStorage storage) {
        Optional<Path> mongod = onPath("mongod");
        List<String> command =
                mongod.map(program -> real(program, folder, port)).orElseGet(() -> embedded(folder, port, storage));
        Readiness readiness = mongod.isPresent() ? () -> isPrimary(port) : () -> answers(port);
        return new PartDefinition("mongodb", List.of(port), command, Map.of(), folder, log, readiness);
    }

    private static List<String> real(Path mongod, Path folder, int port) {
        return List.of(
                mongod.toString(),
                "--dbpath",
                folder.toString(),
                "--bind_ip",
                "127.0.0.1",
                "--port",
                Integer.toString(port),
                "--replSet",
                REPLICA_SET,
                "--wiredTigerCacheSizeGB",
                "0.25");
    }

    private static List<String> embedded(Path folder, int port, MongoStorage storage) {
        List<String> command = Jvm.command(
                storage == MongoStorage.MEMORY ? MEMORY_HEAP_MEGABYTES : HEAP_MEGABYTES,
                "-Dlogback.configurationFile=server-logging.xml",
                "-cp",
                Jvm.serversClassPath(),
                "scot.fort.local.server.EmbeddedMongoMain",
                Integer.toString(port));
        if (storage == MongoStorage.FILE) {
            command.add(folder.resolve("data.mv").toString());
        }
        return command;
    }

    private static boolean answers(int port) {
        try (MongoClient client = client(port)) {
            return client.getDatabase("admin")
                    .runCommand(new Document("ping", 1))
                    .containsKey("ok");
        }
    }

    /** A replica set of one must be founded once before it takes writes. */
    private static boolean isPrimary(int port) {
        try (MongoClient client = client(port)) {
            MongoDatabase admin = client.getDatabase("admin");
            try {
                admin.runCommand(new Document("replSetGetStatus", 1));
            } catch (MongoCommandException notFounded) {
                if (notFounded.getErrorCode() != NOT_YET_INITIALIZED) {
                    throw notFounded;
                }
                Document self = new Document("_id", 0).append("host", "127.0.0.1:" + port);
                admin.runCommand(new Document(
                        "replSetInitiate", new Document("_id", REPLICA_SET).append("members", List.of(self))));
            }
            return hello(client).getBoolean("isWritablePrimary", false);
        }
    }

    private static Document hello(MongoClient client) {
        return client.getDatabase("admin").runCommand(new Document("hello", 1));
    }

    private static MongoClient client(int port) {
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri(port)))
                .applyToClusterSettings(settings -> settings.serverSelectionTimeout(1, TimeUnit.SECONDS))
                .build());
    }

    private static Optional<Path> onPath(String program) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Arrays.stream(path.split(File.pathSeparator))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
