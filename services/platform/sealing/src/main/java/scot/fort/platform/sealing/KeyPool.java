package scot.fort.platform.sealing;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keys made ahead, so that accepting a referral stays one write. A key is handed out once and never taken back; what is
 * left at the end is never used. Only intake has one.
 */
public final class KeyPool {

    private static final Logger LOG = LoggerFactory.getLogger(KeyPool.class);

    private final DataKeys keys;
    private final int batch;
    private final Executor background;
    private final ConcurrentLinkedQueue<DataKey> ready = new ConcurrentLinkedQueue<>();
    private final AtomicInteger left = new AtomicInteger();
    private final AtomicBoolean refilling = new AtomicBoolean();
    private final ReentrantLock refill = new ReentrantLock();

    KeyPool(DataKeys keys, int batch, Executor background) {
        this.keys = keys;
        this.batch = batch;
        this.background = background;
        refillAhead();
    }

    /** A key that nobody has had before; waits for the store only when the pool has run dry. */
    public DataKey take() {
        var key = poll();
        return key == null ? takeFromNewBatch() : key;
    }

    private @Nullable DataKey poll() {
        var key = ready.poll();
        if (key != null && left.decrementAndGet() < batch / 2) {
            refillAhead();
        }
        return key;
    }

    private DataKey takeFromNewBatch() {
        refill.lock();
        try {
            var key = poll();
            while (key == null) {
                addBatch();
                key = poll();
            }
            return key;
        } finally {
            refill.unlock();
        }
    }

    private void refillAhead() {
        if (refilling.compareAndSet(false, true)) {
            background.execute(this::refillUnlessFull);
        }
    }

    private void refillUnlessFull() {
        refill.lock();
        try {
            if (left.get() < batch) {
                addBatch();
            }
        } catch (KeysUnavailableException later) {
            LOG.warn("No keys could be made ahead; the next referral asks again");
        } finally {
            refill.unlock();
            refilling.set(false);
        }
    }

    private void addBatch() {
        var created = keys.create(batch);
        ready.addAll(created);
        left.addAndGet(created.size());
    }
}
