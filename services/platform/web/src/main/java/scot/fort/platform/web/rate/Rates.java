package scot.fort.platform.web.rate;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/**
 * A token bucket for each of those who have asked of late, at this instance alone. A bucket is forgotten when it must be
 * full again, which changes nothing for whoever it is of; where more than {@value #MOST} ask at once, those of the rarest
 * are forgotten earlier.
 *
 * @param <K> who asks
 */
final class Rates<K> {

    static final int MOST = 10_000;

    private final LoadingCache<K, Bucket> buckets;

    Rates(int burst, int refill, Duration within, TimeMeter time) {
        buckets = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterAccess(within.multipliedBy(1 + burst / refill))
                .ticker(time::currentTimeNanos)
                .build(who -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(burst).refillGreedy(refill, within))
                        .withCustomTimePrecision(time)
                        .build());
    }

    /**
     * Counts one time.
     *
     * @return how long to wait before the next; zero when this one may go on
     */
    Duration take(K who) {
        var taken = buckets.get(who).tryConsumeAndReturnRemaining(1);
        return taken.isConsumed() ? Duration.ZERO : Duration.ofNanos(taken.getNanosToWaitForRefill());
    }
}
