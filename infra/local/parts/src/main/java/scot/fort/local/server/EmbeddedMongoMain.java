package scot.fort.local.server;

import de.bwaldvogel.mongo.MongoBackend;
import de.bwaldvogel.mongo.MongoServer;
import org.h2.mvstore.MVStore;

/** A wire-compatible MongoDB for machines without one: in memory, or in one file that keeps all but the last moment over a crash. */
final class EmbeddedMongoMain {
    private static final int AUTO_COMMIT_MILLIS = 50;

    private EmbeddedMongoMain() {}

    /** Arguments: the port and, unless everything is to stay in memory, the file of the data. */
    public static void main(String[] args) {
        MongoBackend backend = args.length > 1 ? fileBackend(args[1]) : Backends.inMemory();
        MongoServer server = new MongoServer(backend);
        server.bind("127.0.0.1", Integer.parseInt(args[0]));
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "shutdown"));
    }

    private static MongoBackend fileBackend(String file) {
        MVStore store = new MVStore.Builder().fileName(file).open();
        store.setAutoCommitDelay(AUTO_COMMIT_MILLIS);
        return Backends.over(store);
    }
}
