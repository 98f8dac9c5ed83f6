package scot.fort.platform.messaging.consume;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.springframework.lang.Contract;
import scot.fort.platform.messaging.aggregate.Parked;

/**
 * A record as its key and headers tell of it; its payload is not looked at yet, for it may be poison.
 *
 * @param place where it was read, as an operator would have it read again
 */
record Incoming(
        String key,
        String source,
        long sequence,
        String eventId,
        String topic,
        String type,
        byte[] payload,
        @Nullable String traceparent,
        String place) {

    private static final String INTAKE = "intake";
    private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7e]{1,200}");
    private static final Pattern SERVICE = Pattern.compile("/[a-z][a-z-]{0,40}");

    /** @return null when the record does not say which event of which referral it is */
    static @Nullable Incoming of(ConsumerRecord<byte[], byte[]> record) {
        String key = record.key() == null ? null : new String(record.key(), StandardCharsets.UTF_8);
        String source = header(record, "ce_source");
        String eventId = header(record, "ce_id");
        long sequence = number(header(record, "ce_sequence"));
        if (!isVisible(key) || !isService(source) || !isVisible(eventId) || record.value() == null || sequence < 1) {
            return null;
        }
        String type = header(record, "ce_type");
        String traceparent = header(record, "traceparent");
        return new Incoming(
                key,
                source.substring(1),
                sequence,
                eventId,
                record.topic(),
                isVisible(type) ? type : "",
                record.value(),
                isVisible(traceparent) ? traceparent : null,
                record.topic() + ":" + record.partition() + " from " + record.offset() + " on");
    }

    @Contract("null -> false")
    private static boolean isVisible(@Nullable String text) {
        return text != null && VISIBLE.matcher(text).matches();
    }

    /** A path of one service's name, which also becomes the name of a field. */
    @Contract("null -> false")
    private static boolean isService(@Nullable String source) {
        return source != null && SERVICE.matcher(source).matches();
    }

    /** Whether the referral was received with it: all else that is ever told of a referral follows from that. */
    boolean isFirstOfAll() {
        return sequence == 1 && source.equals(INTAKE);
    }

    static Incoming of(String key, Parked parked) {
        return new Incoming(
                key,
                parked.source(),
                parked.sequence(),
                parked.eventId(),
                parked.topic(),
                parked.type(),
                parked.payload(),
                parked.traceparent(),
                "");
    }

    Parked parked(String id, String reason, Instant at) {
        return new Parked(id, source, sequence, eventId, topic, type, payload, traceparent, reason, at);
    }

    private static @Nullable String header(ConsumerRecord<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static long number(@Nullable String text) {
        try {
            return text == null ? 0 : Long.parseLong(text);
        } catch (NumberFormatException malformed) {
            return 0;
        }
    }
}
