package scot.fort.platform.messaging.relay;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.bson.BsonDocument;

/**
 * Aggregates that were just written. What a new one has to send is carried along, so that it need not be read again; of any
 * other only the outbox says what waits before it. Bounded: what does not fit is read, or left to the sweep, for nothing is
 * lost here.
 */
final class Wakeups {

    private static final int MOST = 20_000;
    private static final long MOST_BYTES = 8L << 20;
    private static final List<BsonDocument> TO_BE_READ = List.of();

    private record Woken(String collection, String aggregateId) {}

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition added = lock.newCondition();
    private final Map<Woken, List<BsonDocument>> waiting = new LinkedHashMap<>();
    private long carriedBytes;

    /**
     * What to send of one collection.
     *
     * @param carried of new aggregates
     * @param toBeRead the ids of all others
     */
    record Taken(List<PendingEvents> carried, List<String> toBeRead) {

        int size() {
            return carried.size() + toBeRead.size();
        }
    }

    void add(String collection, Collection<String> aggregateIds) {
        lock.lock();
        try {
            aggregateIds.forEach(id -> put(new Woken(collection, id), TO_BE_READ));
            added.signal();
        } finally {
            lock.unlock();
        }
    }

    void add(String collection, String aggregateId, List<BsonDocument> outbox) {
        lock.lock();
        try {
            put(new Woken(collection, aggregateId), carriedBytes < MOST_BYTES ? outbox : TO_BE_READ);
            added.signal();
        } finally {
            lock.unlock();
        }
    }

    /** One that is woken twice has more to send than either of the two says. */
    private void put(Woken woken, List<BsonDocument> outbox) {
        List<BsonDocument> before = waiting.get(woken);
        if (before != null) {
            carriedBytes -= bytes(before);
            waiting.put(woken, TO_BE_READ);
        } else if (waiting.size() < MOST) {
            carriedBytes += bytes(outbox);
            waiting.put(woken, outbox);
        }
    }

    private static long bytes(List<BsonDocument> outbox) {
        return outbox.stream()
                .mapToLong(entry -> entry.getBinary("payload").getData().length)
                .sum();
    }

    /** Up to {@code most} aggregates by collection, at once when some wait, none when the time is over. */
    Map<String, Taken> take(Duration patience, int most) throws InterruptedException {
        lock.lock();
        try {
            long left = patience.toNanos();
            while (waiting.isEmpty() && left > 0) {
                left = added.awaitNanos(left);
            }
            Map<String, Taken> taken = new HashMap<>();
            Iterator<Map.Entry<Woken, List<BsonDocument>>> next =
                    waiting.entrySet().iterator();
            for (int i = 0; i < most && next.hasNext(); i++) {
                Map.Entry<Woken, List<BsonDocument>> entry = next.next();
                next.remove();
                Woken woken = entry.getKey();
                List<BsonDocument> outbox = entry.getValue();
                Taken ofCollection = taken.computeIfAbsent(
                        woken.collection(), collection -> new Taken(new ArrayList<>(), new ArrayList<>()));
                if (outbox.isEmpty()) {
                    ofCollection.toBeRead().add(woken.aggregateId());
                } else {
                    carriedBytes -= bytes(outbox);
                    ofCollection.carried().add(new PendingEvents(woken.aggregateId(), outbox));
                }
            }
            return taken;
        } finally {
            lock.unlock();
        }
    }
}
