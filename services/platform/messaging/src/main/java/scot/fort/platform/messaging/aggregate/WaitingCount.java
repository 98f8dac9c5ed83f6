package scot.fort.platform.messaging.aggregate;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How much waits.
 *
 * @param oldest since when the first has waited; null when nothing does
 */
public record WaitingCount(int events, @Nullable Instant oldest) {

    public static final WaitingCount NONE = new WaitingCount(0, null);

    public WaitingCount plus(WaitingCount other) {
        return new WaitingCount(events + other.events, earlier(oldest, other.oldest));
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }
}
