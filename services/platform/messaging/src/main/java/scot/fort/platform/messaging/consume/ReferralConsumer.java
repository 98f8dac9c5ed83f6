package scot.fort.platform.messaging.consume;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import scot.fort.platform.messaging.aggregate.Aggregate;
import scot.fort.platform.messaging.aggregate.AggregateStore;
import scot.fort.platform.messaging.aggregate.Change;

/**
 * Applies a polled batch: one read of all the aggregates it is about, one write of all that it makes of them. What is told
 * of for the first time is not there to be read, so where somebody waits for just that it is inserted unread. A guard that
 * did not hold, or an insert of what was there, means that somebody else wrote before: everything is read and folded again,
 * and what was written the first time is then seen to be a duplicate by its position.
 */
public final class ReferralConsumer<S, E> {

    private static final int MOST_ATTEMPTS = 50;
    /** With more in one batch a read costs each next to nothing, and one that is there after all would cost all of them. */
    private static final int FEW = 8;

    private final AggregateStore<S, E> store;
    private final Folds<S, E> folds;
    private final DeadLetters deadLetters;

    ReferralConsumer(AggregateStore<S, E> store, Folds<S, E> folds, DeadLetters deadLetters) {
        this.store = store;
        this.folds = folds;
        this.deadLetters = deadLetters;
    }

    /** @throws RuntimeException a passing fault: nothing of the batch may be committed, all of it is to come again */
    public void consume(List<ConsumerRecord<byte[], byte[]>> batch) {
        Map<String, List<Incoming>> byReferral = new LinkedHashMap<>();
        List<ConsumerRecord<byte[], byte[]>> strays = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : batch) {
            Incoming incoming = Incoming.of(record);
            if (incoming == null) {
                strays.add(record);
            } else {
                byReferral
                        .computeIfAbsent(incoming.key(), key -> new ArrayList<>())
                        .add(incoming);
            }
        }
        if (!byReferral.isEmpty()) {
            apply(byReferral);
        }
        strays.forEach(deadLetters::send);
    }

    /** A referral of which something cannot be stored holds up no other: each is then tried alone, and that one parked. */
    private void apply(Map<String, List<Incoming>> byReferral) {
        try {
            write(byReferral, Fold::fold);
        } catch (RuntimeException fault) {
            if (!EventDecoder.isAboutContent(fault)) {
                throw fault;
            }
            if (byReferral.size() > 1) {
                byReferral.forEach((referral, events) -> apply(Map.of(referral, events)));
            } else {
                park(byReferral, EventDecoder.unstorable(fault));
            }
        }
    }

    private void park(Map<String, List<Incoming>> ofOneReferral, String obstacle) {
        try {
            write(ofOneReferral, (fold, events) -> fold.park(events, obstacle));
        } catch (RuntimeException fault) {
            if (!EventDecoder.isAboutContent(fault)) {
                throw fault;
            }
            write(ofOneReferral, Fold::leaveInTopic);
        }
    }

    private void write(
            Map<String, List<Incoming>> byReferral,
            BiFunction<Fold<S, E>, List<Incoming>, @Nullable Change<S, E>> made) {
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            Map<String, Aggregate<S>> loaded =
                    attempt == 0 && byReferral.size() <= FEW ? loadKnown(byReferral) : store.load(byReferral.keySet());
            List<Change<S, E>> changes = byReferral.entrySet().stream()
                    .map(entry ->
                            made.apply(folds.of(Objects.requireNonNull(loaded.get(entry.getKey()))), entry.getValue()))
                    .filter(Objects::nonNull)
                    .toList();
            if (changes.isEmpty() || store.saveAll(changes)) {
                return;
            }
        }
        throw new ContendedException();
    }

    /** Whether nothing of the referral may be stored yet; what another service tells comes after something that is. */
    private static boolean isAllThatIsTold(List<Incoming> events) {
        Incoming first = events.getFirst();
        return first.isFirstOfAll()
                && events.stream().allMatch(event -> event.source().equals(first.source()));
    }

    private Map<String, Aggregate<S>> loadKnown(Map<String, List<Incoming>> byReferral) {
        Set<String> known = new LinkedHashSet<>();
        byReferral.forEach((referral, events) -> {
            if (!isAllThatIsTold(events)) {
                known.add(referral);
            }
        });
        Map<String, Aggregate<S>> loaded = known.isEmpty() ? new HashMap<>() : store.load(known);
        byReferral.keySet().forEach(referral -> loaded.computeIfAbsent(referral, Aggregate::absent));
        return loaded;
    }
}
