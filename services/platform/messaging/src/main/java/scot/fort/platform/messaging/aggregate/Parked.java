package scot.fort.platform.messaging.aggregate;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event that waits in the document of its referral until it can be applied.
 *
 * @param type record name, from the CloudEvents header
 * @param payload the bytes as they came
 * @param reason why it waits: a gap before it, bytes that cannot be read, a state that cannot take it
 */
public record Parked(
        String source,
        long sequence,
        String eventId,
        String topic,
        String type,
        byte[] payload,
        @Nullable String traceparent,
        String reason,
        Instant parkedAt) {}
