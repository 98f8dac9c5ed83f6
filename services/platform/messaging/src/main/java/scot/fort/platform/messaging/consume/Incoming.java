package scot.fort.platform.messaging.consume;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import scot.fort.platform.messaging.aggregate.Parked;

/** A record as its key and headers tell of it; its payload is not looked at yet, for it may be poison. */
record Incoming(
        String key,
        String source,
        long sequence,
        String eventId,
        String topic,
        String type,
        byte[] payload,
        @Nullable String traceparent) {

    /** @return null when the record does not say which event of which referral it is */
    static @Nullable Incoming of(ConsumerRecord<byte[], byte[]> record) {
        String source = header(record, "ce_source");
        String eventId = header(record, "ce_id");
        long sequence = number(header(record, "ce_sequence"));
        if (record.key() == null || record.value() == null || source == null || eventId == null || sequence < 1) {
            return null;
        }
        String type = header(record, "ce_type");
        return new Incoming(
                new String(record.key(), StandardCharsets.UTF_8),
                source.startsWith("/") ? source.substring(1) : source,
                sequence,
                eventId,
                record.topic(),
                type == null ? "" : type,
                record.value(),
                header(record, "traceparent"));
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
                parked.traceparent());
    }

    Parked parked(String reason, Instant at) {
        return new Parked(source, sequence, eventId, topic, type, payload, traceparent, reason, at);
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
