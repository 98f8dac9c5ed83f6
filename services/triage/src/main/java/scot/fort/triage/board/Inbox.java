package scot.fort.triage.board;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import scot.fort.platform.messaging.aggregate.Aggregate;
import scot.fort.platform.messaging.aggregate.Watch;
import scot.fort.platform.messaging.consume.Heard;
import scot.fort.triage.screening.Screening;

/**
 * What may have changed, but for what this instance has written, which is shown at once where there is a board. Bounded: when
 * more comes than it holds, it keeps only that everything is to be read anew.
 */
final class Inbox implements Watch<Screening> {

    private static final int MOST = 10_000;

    private final Following following;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition filled = lock.newCondition();
    private volatile boolean open;
    private boolean overflown;
    private List<Heard> heard = new ArrayList<>();
    private Set<String> doubtful = new HashSet<>();

    /**
     * What came since the last time.
     *
     * @param overflown whether there was more
     * @param heard events that there are
     * @param doubtful what may have been stored
     */
    record Taken(boolean overflown, List<Heard> heard, Set<String> doubtful) {}

    Inbox(Following following) {
        this.following = following;
    }

    /** From now on it takes what it is told. */
    void open() {
        change(() -> open = true);
    }

    /** Forgets what it holds. */
    void close() {
        change(() -> {
            open = false;
            empty();
        });
    }

    @Override
    public void written(Collection<Aggregate<Screening>> now) {
        if (open) {
            List<Sight> sights = Sight.ofAll(now);
            if (!following.show(sights)) {
                perhapsWritten(sights.stream().map(Sight::referralId).toList());
            }
        }
    }

    @Override
    public void perhapsWritten(Collection<String> ids) {
        change(() -> doubtful.addAll(ids));
    }

    void heard(List<Heard> events) {
        change(() -> heard.addAll(events));
    }

    /** At once when there is something, nothing when the time is over. */
    Taken take(Duration patience) throws InterruptedException {
        lock.lock();
        try {
            long left = patience.toNanos();
            while (size() == 0 && !overflown && left > 0) {
                left = filled.awaitNanos(left);
            }
            Taken taken = new Taken(overflown, heard, doubtful);
            empty();
            return taken;
        } finally {
            lock.unlock();
        }
    }

    private void change(Runnable how) {
        lock.lock();
        try {
            how.run();
            if (!open || size() > MOST) {
                overflown = open;
                forget();
            }
            filled.signal();
        } finally {
            lock.unlock();
        }
    }

    private int size() {
        return heard.size() + doubtful.size();
    }

    private void empty() {
        overflown = false;
        forget();
    }

    private void forget() {
        heard = new ArrayList<>();
        doubtful = new HashSet<>();
    }
}
