package scot.fort.platform.web.rate;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/**
 * A token bucket for each client that has called of late. A bucket is forgotten when it must be full again, which
 * changes nothing for its client; where more clients than {@value #MOST_CLIENTS} call at once, the rarest callers' are
 * forgotten earlier.
 */
final class ClientRates {

    static final int MOST_CLIENTS = 10_000;

    private final LoadingCache<Client, Bucket> buckets;

    ClientRates(int perSecond, int burst, TimeMeter time) {
        buckets = Caffeine.newBuilder()
                .maximumSize(MOST_CLIENTS)
                .expireAfterAccess(Duration.ofSeconds(1 + burst / perSecond))
                .ticker(time::currentTimeNanos)
                .build(client -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(burst).refillGreedy(perSecond, Duration.ofSeconds(1)))
                        .withCustomTimePrecision(time)
                        .build());
    }

    /** @param subject two people of one organisation are two clients */
    record Client(String organisation, String subject) {}

    /**
     * Takes one request from what the client may send.
     *
     * @return how long it has to wait before it may send the next; zero when this one may go on
     */
    Duration take(Client client) {
        var taken = buckets.get(client).tryConsumeAndReturnRemaining(1);
        return taken.isConsumed() ? Duration.ZERO : Duration.ofNanos(taken.getNanosToWaitForRefill());
    }
}
