package scot.fort.notification.correspondence;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When a failed message is tried again, and when it is given up.
 *
 * @param pauses after the first failure, after the second, and so on; after the last it is given up
 * @param lease how long an attempt may take before another instance may repeat it
 */
public record RetryPolicy(List<Duration> pauses, Duration lease) {

    public RetryPolicy {
        if (pauses.stream().anyMatch(pause -> !pause.isPositive()) || !lease.isPositive()) {
            throw new IllegalArgumentException("Pauses and the lease must be longer than nothing");
        }
        pauses = List.copyOf(pauses);
    }

    /** @return none when it is to be given up */
    @Nullable Instant next(int attempts, DeliveryFault fault, Instant now) {
        return fault.isWorthAnotherTry() && attempts <= pauses.size() ? now.plus(pauses.get(attempts - 1)) : null;
    }
}
