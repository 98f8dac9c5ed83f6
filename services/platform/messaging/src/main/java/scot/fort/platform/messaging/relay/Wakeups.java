package scot.fort.platform.messaging.relay;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Aggregates that were just written. Bounded: what does not fit is left to the sweep, for nothing is lost here. */
final class Wakeups {

    private static final int MOST = 20_000;

    private record Woken(String collection, String aggregateId) {}

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition added = lock.newCondition();
    private final Set<Woken> waiting = new LinkedHashSet<>();

    void add(String collection, Collection<String> aggregateIds) {
        lock.lock();
        try {
            for (String id : aggregateIds) {
                if (waiting.size() < MOST) {
                    waiting.add(new Woken(collection, id));
                }
            }
            added.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Up to {@code most} aggregates by collection, at once when some wait, none when the time is over. */
    Map<String, Set<String>> take(Duration patience, int most) throws InterruptedException {
        lock.lock();
        try {
            long left = patience.toNanos();
            while (waiting.isEmpty() && left > 0) {
                left = added.awaitNanos(left);
            }
            Map<String, Set<String>> taken = new HashMap<>();
            Iterator<Woken> next = waiting.iterator();
            for (int i = 0; i < most && next.hasNext(); i++) {
                Woken woken = next.next();
                next.remove();
                taken.computeIfAbsent(woken.collection(), collection -> new LinkedHashSet<>())
                        .add(woken.aggregateId());
            }
            return taken;
        } finally {
            lock.unlock();
        }
    }
}
