package scot.fort.triage.screening;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * How often a person may try to break the glass: more often than any emergency asks for, and too seldom to find out by trying
 * which referrals there are. Counted at this instance alone, and an attempt counts whatever comes of it.
 */
public final class GlassAttempts {

    private static final Duration WITHIN = Duration.ofHours(1);
    private static final int MOST_PEOPLE = 10_000;

    private final LoadingCache<String, Bucket> left;

    /** @param anHour how many within an hour */
    public GlassAttempts(int anHour, Clock clock) {
        TimeMeter time = new ByClock(clock);
        this.left = Caffeine.newBuilder()
                .maximumSize(MOST_PEOPLE)
                .expireAfterAccess(WITHIN)
                .ticker(time::currentTimeNanos)
                .build(person -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(anHour).refillGreedy(anHour, WITHIN))
                        .withCustomTimePrecision(time)
                        .build());
    }

    /** @return how long the person has to wait; zero where this attempt may go on */
    public Duration take(String person) {
        var taken = left.get(person).tryConsumeAndReturnRemaining(1);
        return taken.isConsumed() ? Duration.ZERO : Duration.ofNanos(taken.getNanosToWaitForRefill());
    }

    private record ByClock(Clock clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            return TimeUnit.MILLISECONDS.toNanos(clock.millis());
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
