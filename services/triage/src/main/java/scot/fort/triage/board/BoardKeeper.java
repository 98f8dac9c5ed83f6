package scot.fort.triage.board;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import scot.fort.platform.messaging.aggregate.Aggregate;
import scot.fort.platform.messaging.aggregate.AggregateStore;
import scot.fort.platform.messaging.consume.Heard;
import scot.fort.platform.messaging.consume.Tail;
import scot.fort.platform.service.Restriction;
import scot.fort.triage.screening.Acting;
import scot.fort.triage.screening.Queue;
import scot.fort.triage.screening.QueuePlace;
import scot.fort.triage.screening.QueueQuery;
import scot.fort.triage.screening.Screening;
import scot.fort.triage.screening.ScreeningEvent;

/** Keeps the board while somebody follows. */
public final class BoardKeeper {

    /**
     * How far a look for what is new reaches back: a write may be under way for half a minute, and the clocks of two
     * instances may differ by as much again.
     */
    static final Duration OVERLAP = Duration.ofMinutes(1);

    private static final Logger LOG = LoggerFactory.getLogger(BoardKeeper.class);
    /** How often it is looked for what nobody has told of. */
    private static final Duration POLL = Duration.ofSeconds(5);

    private static final Duration ROUND = Duration.ofMillis(250);
    private static final Duration BREATH = Duration.ofSeconds(1);
    private static final Duration TIME_TO_END = Duration.ofSeconds(5);
    private static final Duration AFTER_TOO_MANY = Duration.ofMinutes(1);
    private static final int PAGE = 500;
    private static final int MOST_NEW = 10_000;
    private static final QueueQuery OPEN = new QueueQuery(
            Screening.IN_QUEUE, Set.of(), Set.of(), Set.of(), null, new Restriction(Acting.SERVICE, true));

    /** Has somebody told of the events of this service, whichever instance they are of, until it is closed. */
    public interface Tails {
        Tail open(Consumer<List<Heard>> listener);
    }

    private final Following following;
    private final Queue queue;
    private final AggregateStore<Screening, ScreeningEvent> screenings;
    private final Tails tails;
    private final Clock clock;
    private final Inbox inbox;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private Instant lookedAt = Instant.EPOCH;
    private volatile @Nullable Thread thread;

    public BoardKeeper(
            Following following,
            Queue queue,
            AggregateStore<Screening, ScreeningEvent> screenings,
            Tails tails,
            Clock clock) {
        this.following = following;
        this.inbox = new Inbox(following);
        this.queue = queue;
        this.screenings = screenings;
        this.tails = tails;
        this.clock = clock;
    }

    public void start() {
        screenings.watchedBy(inbox);
        thread = Thread.ofPlatform().name("queue-board").start(this::run);
    }

    /** Ends all following, so that the answers that go on for as long as somebody follows come to their end. */
    public void stop() {
        stopping.countDown();
        following.stop();
        Thread running = thread;
        if (running != null) {
            running.interrupt();
            try {
                running.join(TIME_TO_END);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void run() {
        try {
            while (following.awaitFollowers()) {
                try {
                    keep();
                } catch (BoardFullException full) {
                    LOG.warn("More screenings are open than can be followed");
                    pause(AFTER_TOO_MANY);
                } catch (RuntimeException fault) {
                    LOG.warn(
                            "The queue cannot be followed: {}", fault.getClass().getSimpleName());
                    pause(BREATH);
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void keep() throws InterruptedException {
        try (Tail _ = tails.open(inbox::heard)) {
            inbox.open();
            following.begin(readAll());
            while (!following.isOver()) {
                round();
            }
        } finally {
            inbox.close();
            following.forget();
        }
    }

    private List<Sight> readAll() {
        lookedAt = clock.instant();
        List<Sight> all = new ArrayList<>();
        List<Aggregate<Screening>> page;
        Queue.@Nullable After after = null;
        do {
            page = queue.list(OPEN, lookedAt, after, PAGE);
            all.addAll(Sight.ofAll(page));
            after = page.isEmpty() ? null : behind(page.getLast());
        } while (page.size() == PAGE);
        return all;
    }

    private static Queue.After behind(Aggregate<Screening> last) {
        QueuePlace place = last.require().knownPlace();
        return new Queue.After(place.rank(), place.dueAt(), place.receivedAt(), last.id());
    }

    private void round() throws InterruptedException {
        Inbox.Taken taken = inbox.take(ROUND);
        following.passTime();
        Set<String> unread = new HashSet<>(taken.doubtful());
        unread.addAll(following.behindEvents(taken.heard()));
        try {
            if (taken.overflown()) {
                readAnew();
            } else {
                lookAround(unread);
                read(unread);
            }
        } catch (RuntimeException fault) {
            if (taken.overflown()) {
                throw fault;
            }
            LOG.warn("Those who follow the queue wait for {}", fault.getClass().getSimpleName());
            inbox.perhapsWritten(unread);
            pause(BREATH);
        }
    }

    private void lookAround(Set<String> unread) {
        Instant now = clock.instant();
        if (Duration.between(lookedAt, now).compareTo(POLL) < 0) {
            return;
        }
        Map<String, Long> recent = screenings.versionsSince(lookedAt.minus(OVERLAP), MOST_NEW);
        if (recent.size() == MOST_NEW) {
            readAnew();
        } else {
            lookedAt = now;
            unread.addAll(following.behindVersions(recent));
        }
    }

    /** What is not there any more, or was written while all was read, says each for itself. */
    private void readAnew() {
        List<Sight> all = readAll();
        following.show(all);
        read(following.notAmong(all));
    }

    private void read(Collection<String> ids) {
        List<String> all = List.copyOf(ids);
        for (int from = 0; from < all.size(); from += PAGE) {
            List<String> page = all.subList(from, Math.min(all.size(), from + PAGE));
            following.show(Sight.ofAll(screenings.load(page).values()));
        }
    }

    private void pause(Duration pause) throws InterruptedException {
        stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS);
    }
}
