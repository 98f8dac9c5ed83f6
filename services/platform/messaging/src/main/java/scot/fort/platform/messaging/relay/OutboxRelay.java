package scot.fort.platform.messaging.relay;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexModel;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import scot.fort.platform.messaging.aggregate.Wakeable;

/**
 * Sends what the outboxes of this service hold. Woken by each write; a sweep finds what nobody woke it for: after a
 * crash, after an outage, or because another instance died. Several instances may relay the same aggregate at once,
 * which makes duplicates and never an inversion, since each always sends all that is pending in sequence.
 */
public final class OutboxRelay implements SmartLifecycle {

    /** Aggregates that one read fetches and one write clears. */
    static final int BATCH = 500;

    private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);
    /** With so many at once there is much to send, and what comes meanwhile is sent for less together. */
    private static final int MANY = 8;

    private static final Duration TOGETHER = Duration.ofMillis(15);
    private static final Duration SETTLED = Duration.ofMillis(500);
    private static final Duration SET_ASIDE = Duration.ofSeconds(1);

    private final Supplier<Producer<byte[], byte[]>> producers;
    private final Duration sweepInterval;
    private final Clock clock;
    private final Map<String, OutboxCollection> outboxes = new ConcurrentHashMap<>();
    private final Wakeups wakeups = new Wakeups();
    private final Map<String, SetAside> setAside = new HashMap<>();
    private volatile @Nullable Instant oldestPending;
    private volatile @Nullable Thread thread;
    private @Nullable Producer<byte[], byte[]> producer;

    private record SetAside(Instant until, Instant oldest) {}

    public OutboxRelay(
            Supplier<Producer<byte[], byte[]>> producers, Duration sweepInterval, Clock clock, MeterRegistry meters) {
        this.producers = producers;
        this.sweepInterval = sweepInterval;
        this.clock = clock;
        Gauge.builder("fort.outbox.age", this, relay -> relay.backlogAge().toMillis() / 1000.0)
                .description("Age of the oldest event that is not sent yet")
                .baseUnit("seconds")
                .register(meters);
    }

    /** The index that a collection with outboxes needs. */
    public static IndexModel index() {
        return OutboxCollection.PENDING;
    }

    /** Takes a collection under care, and says whom to wake for it. */
    public Wakeable over(MongoCollection<BsonDocument> collection) {
        String name = collection.getNamespace().getCollectionName();
        outboxes.put(name, new OutboxCollection(collection));
        return new Wakeable() {
            @Override
            public void wake(Collection<String> aggregateIds) {
                wakeups.add(name, aggregateIds);
            }

            @Override
            public void wake(String aggregateId, List<BsonDocument> events) {
                wakeups.add(name, aggregateId, events);
            }
        };
    }

    /** How long the oldest event has waited that a sweep saw, or that the broker did not take; it grows while one stays. */
    public Duration backlogAge() {
        Instant oldest = oldestPending;
        return oldest == null ? Duration.ZERO : Duration.between(oldest, clock.instant());
    }

    private void run() {
        Instant nextSweep = Instant.MIN;
        while (isRunning()) {
            try {
                Instant now = clock.instant();
                Map<String, Wakeups.Taken> woken =
                        wakeups.take(nextSweep.isAfter(now) ? Duration.between(now, nextSweep) : Duration.ZERO, BATCH);
                for (Map.Entry<String, Wakeups.Taken> entry : woken.entrySet()) {
                    OutboxCollection outbox = outboxes.get(entry.getKey());
                    if (outbox != null) {
                        relay(outbox, pending(outbox, entry.getValue()));
                    }
                }
                if (woken.values().stream().mapToInt(Wakeups.Taken::size).sum() >= MANY) {
                    Thread.sleep(TOGETHER);
                }
                if (!clock.instant().isBefore(nextSweep)) {
                    sweep();
                    nextSweep = clock.instant().plus(sweepInterval);
                }
            } catch (MongoException | KafkaException fault) {
                LOG.warn("Events wait for {}", fault.getClass().getSimpleName());
                nextSweep = clock.instant().plus(sweepInterval);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException defect) {
                LOG.error("Events wait for a defect", defect);
                discardProducer();
                nextSweep = clock.instant().plus(sweepInterval);
            }
        }
    }

    private static List<PendingEvents> pending(OutboxCollection outbox, Wakeups.Taken woken) {
        if (woken.toBeRead().isEmpty()) {
            return woken.carried();
        }
        List<PendingEvents> pending = new ArrayList<>(woken.carried());
        pending.addAll(outbox.pendingOf(woken.toBeRead()));
        return pending;
    }

    private void sweep() throws InterruptedException {
        Instant now = clock.instant();
        setAside.values().removeIf(aggregate -> !aggregate.until().isAfter(now));
        Instant oldest = oldestOf(null, setAside.values().stream().map(SetAside::oldest));
        for (OutboxCollection outbox : outboxes.values()) {
            List<PendingEvents> pending;
            do {
                pending = outbox.pendingBefore(now.minus(SETTLED), setAside.keySet(), BATCH);
                oldest = oldestOf(oldest, pending.stream().map(PendingEvents::oldest));
                oldestPending = oldestOf(oldestPending, Stream.ofNullable(oldest));
                relay(outbox, pending);
            } while (pending.size() == BATCH && isRunning());
        }
        oldestPending = oldest;
    }

    private static @Nullable Instant oldestOf(@Nullable Instant known, Stream<Instant> pending) {
        return Stream.concat(Stream.ofNullable(known), pending)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private void relay(OutboxCollection outbox, List<PendingEvents> pending) throws InterruptedException {
        if (pending.isEmpty()) {
            return;
        }
        int acknowledged = new Rounds(producer()).send(pending);
        outbox.remove(pending);
        setAsideThose(pending.stream().filter(PendingEvents::isSetAside).toList());
        if (acknowledged == 0) {
            discardProducer();
        }
    }

    private void setAsideThose(List<PendingEvents> refused) {
        Instant until = clock.instant().plus(SET_ASIDE);
        refused.forEach(aggregate -> setAside.put(aggregate.aggregateId(), new SetAside(until, aggregate.oldest())));
        oldestPending = oldestOf(oldestPending, refused.stream().map(PendingEvents::oldest));
    }

    private Producer<byte[], byte[]> producer() {
        Producer<byte[], byte[]> current = producer;
        if (current == null) {
            current = producers.get();
            producer = current;
        }
        return current;
    }

    /** A producer that got nothing through may be beyond repair; a record of its that arrives late is a duplicate. */
    private void discardProducer() {
        Producer<byte[], byte[]> failed = producer;
        producer = null;
        if (failed != null) {
            failed.close(Duration.ZERO);
        }
    }

    @Override
    public void start() {
        Thread started = Thread.ofPlatform().name("outbox-relay").unstarted(this::run);
        thread = started;
        started.start();
    }

    @Override
    public void stop() {
        Thread running = thread;
        thread = null;
        if (running != null) {
            running.interrupt();
            try {
                running.join(Duration.ofSeconds(5));
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        discardProducer();
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    /** Whether somebody sees to it that events leave. */
    public boolean isAlive() {
        Thread running = thread;
        return running != null && running.isAlive();
    }
}
