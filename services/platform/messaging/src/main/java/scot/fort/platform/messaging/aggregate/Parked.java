package scot.fort.platform.messaging.aggregate;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event that waits in the document of its referral until it can be applied.
 *
 * @param id under which an operator speaks of it: a UUID that follows from the collection, the referral, source and sequence
 * @param type record name, from the CloudEvents header
 * @param payload the bytes as they came; none of what was left in the topic
 * @param reason why it waits: a gap before it, bytes that cannot be read, a state that cannot take it, no room
 */
public record Parked(
        String id,
        String source,
        long sequence,
        String eventId,
        String topic,
        String type,
        byte[] payload,
        @Nullable String traceparent,
        String reason,
        Instant parkedAt) {

    private static final String LEFT_IN_TOPIC = "left in the topic: ";

    /** Bytes: enough for all of it but the payload. */
    private static final int FRAME = 1 << 10;

    /** The id of an event wherever it waits. */
    public static String id(String collection, String aggregateId, String source, long sequence) {
        String place = String.join(" ", collection, aggregateId, source, Long.toString(sequence));
        return UUID.nameUUIDFromBytes(place.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** Whether it is this event of that source. */
    public boolean is(String ofSource, long number) {
        return source.equals(ofSource) && sequence == number;
    }

    /** Whether that source told it before this event. */
    public boolean isBefore(String ofSource, long number) {
        return source.equals(ofSource) && sequence < number;
    }

    /** The same event, which now waits for another reason. */
    public Parked because(String another) {
        return new Parked(id, source, sequence, eventId, topic, type, payload, traceparent, another, parkedAt);
    }

    /**
     * The same event without what it says, for which there is no room in the document. It, and all that its source tells of
     * the referral after it, is to be read from the topic again.
     *
     * @param place where in the topic it is
     */
    public Parked leftInTopic(String place) {
        return new Parked(
                id, source, sequence, eventId, topic, type, new byte[0], traceparent, LEFT_IN_TOPIC + place, parkedAt);
    }

    public boolean isLeftInTopic() {
        return reason.startsWith(LEFT_IN_TOPIC);
    }

    /** Bytes that it takes in the document, at most. */
    public int size() {
        return FRAME + payload.length;
    }
}
