package scot.fort.triage.board;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import scot.fort.platform.messaging.consume.Heard;

/**
 * Where those who follow meet the one who keeps the board. It is there from when the first comes until the last has gone.
 */
public final class Following {

    private static final Duration TO_BE_THERE = Duration.ofSeconds(10);
    private static final int MOST_AT_ONCE = 200;

    private final int mostRows;
    private final int ringSize;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private int followers;
    private boolean stopping;
    private @Nullable Shown shown;

    /** A board that is kept, and what has become of it. */
    private static final class Shown {
        private final Board board;
        private final MoveRing ring;
        private boolean over;

        private Shown(Board board, MoveRing ring) {
            this.board = board;
            this.ring = ring;
        }
    }

    /**
     * Where nobody follows yet.
     *
     * @param mostRows with more open screenings, nobody can follow
     * @param ringSize how many moves somebody may be behind
     */
    public Following(int mostRows, int ringSize, Clock clock) {
        this.mostRows = mostRows;
        this.ringSize = ringSize;
        this.clock = clock;
    }

    /**
     * Begins to follow; to be closed.
     *
     * @throws NotFollowedException when there is no board within seconds
     */
    public Follower follow() throws InterruptedException {
        lock.lock();
        try {
            followers++;
            changed.signalAll();
            long left = TO_BE_THERE.toNanos();
            while (shown == null && !stopping && left > 0) {
                left = changed.awaitNanos(left);
            }
            Shown now = shown;
            if (now == null || stopping) {
                throw new NotFollowedException();
            }
            return new Place(now, now.board.rows(), now.board.told(), now.ring.end());
        } catch (NotFollowedException | InterruptedException nobody) {
            leave();
            throw nobody;
        } finally {
            lock.unlock();
        }
    }

    public int followers() {
        return locked(() -> followers);
    }

    /** @return whether somebody follows; false when it is over */
    boolean awaitFollowers() throws InterruptedException {
        lock.lock();
        try {
            while (followers == 0 && !stopping) {
                changed.await();
            }
            return !stopping;
        } finally {
            lock.unlock();
        }
    }

    /** Whether there is no board, or none any more. */
    boolean isOver() {
        return locked(() -> shown == null);
    }

    /** From now on there is a board, if somebody still wants it. */
    void begin(List<Sight> all) {
        change(() -> {
            if (followers > 0 && !stopping) {
                Board board = new Board(mostRows, clock.instant());
                board.show(all, clock.instant());
                shown = new Shown(board, new MoveRing(ringSize));
                changed.signalAll();
            }
        });
    }

    /**
     * These have been seen; what is shown already changes nothing. With more than a board holds there is none any more.
     *
     * @return whether there was a board to show them on
     */
    boolean show(List<Sight> seen) {
        return locked(() -> {
            Shown now = shown;
            if (now == null) {
                return false;
            }
            try {
                List<Move> moves = now.board.show(seen, clock.instant());
                if (!moves.isEmpty()) {
                    now.ring.add(moves);
                    changed.signalAll();
                }
            } catch (BoardFullException full) {
                forget();
            }
            return true;
        });
    }

    /** Tells what follows from the passing of time alone. */
    void passTime() {
        show(List.of());
    }

    /** What is shown and not among these. */
    List<String> notAmong(List<Sight> some) {
        return ask(board -> board.notAmong(some));
    }

    /** Those of which a later version is not shown yet. */
    List<String> behindVersions(Map<String, Long> stored) {
        return ask(board -> stored.entrySet().stream()
                .filter(version -> board.isBehind(version.getKey(), version.getValue()))
                .map(Map.Entry::getKey)
                .toList());
    }

    /** Those of which what these events tell is not shown yet. */
    List<String> behindEvents(List<Heard> events) {
        return ask(
                board -> events.stream().filter(board::isBehind).map(Heard::key).toList());
    }

    private List<String> ask(Function<Board, List<String>> question) {
        return locked(() -> shown == null ? List.of() : question.apply(shown.board));
    }

    private void leave() {
        followers--;
        if (followers == 0) {
            forget();
        }
    }

    /** There is no board any more; whoever follows has to begin anew. */
    void forget() {
        change(() -> {
            if (shown != null) {
                shown.over = true;
                shown = null;
            }
            changed.signalAll();
        });
    }

    /** Nobody can follow any more. */
    void stop() {
        change(() -> {
            stopping = true;
            forget();
        });
    }

    private void change(Runnable how) {
        locked(() -> {
            how.run();
            return true;
        });
    }

    private <T> T locked(Supplier<T> what) {
        lock.lock();
        try {
            return what.get();
        } finally {
            lock.unlock();
        }
    }

    /** One who follows. */
    private final class Place implements Follower {
        private final Shown followed;
        private List<Sight> rows;
        private final Instant at;
        private Instant until;
        private long next;
        private boolean left;

        private Place(Shown followed, List<Sight> rows, Instant at, long next) {
            this.followed = followed;
            this.rows = rows;
            this.at = at;
            this.until = at;
            this.next = next;
        }

        @Override
        public List<Sight> rows() {
            return rows;
        }

        @Override
        public Instant at() {
            return at;
        }

        @Override
        public Told next(Duration patience) throws InterruptedException {
            rows = List.of();
            lock.lock();
            try {
                long wait = patience.toNanos();
                while (!followed.over && followed.ring.end() == next && wait > 0) {
                    wait = changed.awaitNanos(wait);
                }
                if (followed.over || followed.ring.hasLost(next)) {
                    return Told.END;
                }
                List<Move> moves = new ArrayList<>(followed.ring.from(next, MOST_AT_ONCE));
                next += moves.size();
                if (followed.ring.end() == next) {
                    until = followed.board.told();
                }
                return new Told(moves, until, false);
            } finally {
                lock.unlock();
            }
        }

        @Override
        public void close() {
            change(() -> {
                if (!left) {
                    left = true;
                    leave();
                }
            });
        }
    }
}
