package scot.fort.platform.messaging.aggregate;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexModel;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.bson.BsonDocument;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Sees that every declared index exists before anything is written: a unique index that comes late lets the second of
 * two through. A database that is not there yet is waited for; until then writes are refused as unavailable.
 */
public final class Indexes implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Indexes.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Queue<Declared> declared = new ConcurrentLinkedQueue<>();
    private final CountDownLatch stopping = new CountDownLatch(1);
    private volatile boolean started;

    private record Declared(MongoCollection<BsonDocument> collection, List<IndexModel> indexes) {}

    /** To be called while the application is set up. */
    public void declare(MongoCollection<BsonDocument> collection, List<IndexModel> indexes) {
        if (!indexes.isEmpty()) {
            declared.add(new Declared(collection, indexes));
        }
    }

    public boolean areReady() {
        return started && declared.isEmpty();
    }

    /** @throws IndexesNotReadyException while an index is missing */
    public void require() {
        if (!areReady()) {
            throw new IndexesNotReadyException();
        }
    }

    @Override
    public void start() {
        started = true;
        Thread.ofVirtual().name("indexes").start(this::createAll);
    }

    private void createAll() {
        boolean told = false;
        while (!declared.isEmpty()) {
            try {
                Declared next = declared.element();
                next.collection().createIndexes(next.indexes());
                declared.remove();
            } catch (MongoException unreachable) {
                if (!told) {
                    LOG.warn(
                            "Waiting for MongoDB to create indexes: {}",
                            unreachable.getClass().getSimpleName());
                    told = true;
                }
                if (stoppedWithin(PAUSE)) {
                    return;
                }
            }
        }
        LOG.info("All indexes are there");
    }

    private boolean stoppedWithin(Duration pause) {
        try {
            return stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    @Override
    public void stop() {
        stopping.countDown();
    }

    @Override
    public boolean isRunning() {
        return started && stopping.getCount() > 0;
    }

    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }
}
