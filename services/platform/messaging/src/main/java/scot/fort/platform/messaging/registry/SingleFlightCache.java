package scot.fort.platform.messaging.registry;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A bounded cache in which many who miss the same key at once ask once: the first asks, the others wait for its answer.
 * Failures that {@code isVerdict} calls final are kept for a short while too, so a stream of records with an unknown
 * schema does not become a stream of requests; other failures are forgotten at once.
 */
final class SingleFlightCache<K, V> {
    private final Map<K, Slot<V>> slots;
    private final @Nullable Duration keep;
    private final Duration keepVerdict;
    private final Predicate<RuntimeException> isVerdict;
    private final Clock clock;

    /**
     * @param bound the least recently used entry goes when there are more
     * @param keep how long a value is believed; null is for ever
     */
    SingleFlightCache(
            int bound,
            @Nullable Duration keep,
            Duration keepVerdict,
            Predicate<RuntimeException> isVerdict,
            Clock clock) {
        this.slots = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, Slot<V>> eldest) {
                return size() > bound;
            }
        };
        this.keep = keep;
        this.keepVerdict = keepVerdict;
        this.isVerdict = isVerdict;
        this.clock = clock;
    }

    V get(K key, Supplier<? extends V> source) {
        Slot<V> mine = new Slot<>(new CompletableFuture<>(), null);
        Slot<V> found = claim(key, mine);
        return found == mine ? load(key, mine, source) : found.await();
    }

    /** Replaces whatever is known, a remembered failure included. */
    synchronized void put(K key, V value) {
        slots.put(key, new Slot<>(CompletableFuture.completedFuture(value), expiry(keep)));
    }

    synchronized void forget(K key) {
        slots.remove(key);
    }

    private synchronized Slot<V> claim(K key, Slot<V> mine) {
        Slot<V> found = slots.get(key);
        if (found != null && !found.isStale(clock)) {
            return found;
        }
        slots.put(key, mine);
        return mine;
    }

    private V load(K key, Slot<V> mine, Supplier<? extends V> source) {
        try {
            V value = source.get();
            settle(key, mine, expiry(keep));
            mine.value().complete(value);
            return value;
        } catch (RuntimeException failure) {
            settle(key, mine, isVerdict.test(failure) ? expiry(keepVerdict) : clock.instant());
            mine.value().completeExceptionally(failure);
            throw failure;
        } catch (Error broken) {
            settle(key, mine, clock.instant());
            mine.value().completeExceptionally(broken);
            throw broken;
        }
    }

    private synchronized void settle(K key, Slot<V> mine, @Nullable Instant expiry) {
        slots.replace(key, mine, new Slot<>(mine.value(), expiry));
    }

    private @Nullable Instant expiry(@Nullable Duration after) {
        return after == null ? null : clock.instant().plus(after);
    }

    private record Slot<V>(
            CompletableFuture<V> value, @Nullable Instant expiry) {
        boolean isStale(Clock clock) {
            return expiry != null && !clock.instant().isBefore(expiry);
        }

        V await() {
            try {
                return value.get();
            } catch (InterruptedException e) {
                throw RegistryUnavailableException.interrupted(e);
            } catch (ExecutionException e) {
                if (e.getCause() instanceof RuntimeException failure) {
                    throw failure;
                }
                throw new IllegalStateException(e.getCause());
            }
        }
    }
}
