package scot.fort.platform.messaging.contract;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import scot.fort.events.EventCatalogue;

/** Puts events into the records that the relay would send: real bytes, and the CloudEvents headers. */
final class EventRecords {

    private final Serializer<Object> serializer;
    private final String topicPrefix;

    EventRecords(Serializer<Object> serializer, String topicPrefix) {
        this.serializer = serializer;
        this.topicPrefix = topicPrefix;
    }

    ProducerRecord<byte[], byte[]> toSend(ScriptedEvent scripted) {
        String topic = EventCatalogue.topic(topicPrefix, scripted.event().getSchema());
        return new ProducerRecord<>(
                topic, null, key(scripted), serializer.serialize(topic, scripted.event()), headers(scripted));
    }

    ConsumerRecord<byte[], byte[]> received(ScriptedEvent scripted) {
        ProducerRecord<byte[], byte[]> sent = toSend(scripted);
        return record(sent.topic(), sent.key(), sent.value(), sent.headers());
    }

    /** The same event by its key and headers, with bytes that nobody can read. */
    ConsumerRecord<byte[], byte[]> poisonous(ScriptedEvent scripted) {
        ProducerRecord<byte[], byte[]> sent = poisonousToSend(scripted);
        return record(sent.topic(), sent.key(), sent.value(), sent.headers());
    }

    ProducerRecord<byte[], byte[]> poisonousToSend(ScriptedEvent scripted) {
        ProducerRecord<byte[], byte[]> sound = toSend(scripted);
        return new ProducerRecord<>(sound.topic(), null, sound.key(), bytes("no event at all"), sound.headers());
    }

    ConsumerRecord<byte[], byte[]> with(String header, String value, ScriptedEvent scripted) {
        ConsumerRecord<byte[], byte[]> odd = without(header, scripted);
        odd.headers().add(header, bytes(value));
        return odd;
    }

    ConsumerRecord<byte[], byte[]> without(String header, ScriptedEvent scripted) {
        ConsumerRecord<byte[], byte[]> incomplete = received(scripted);
        incomplete.headers().remove(header);
        return incomplete;
    }

    ConsumerRecord<byte[], byte[]> withoutKey(ScriptedEvent scripted) {
        ConsumerRecord<byte[], byte[]> sound = received(scripted);
        return record(sound.topic(), null, sound.value(), sound.headers());
    }

    private static ConsumerRecord<byte[], byte[]> record(
            String topic, byte @Nullable [] key, byte[] value, Headers headers) {
        return new ConsumerRecord<>(
                topic, 0, 0, 0, TimestampType.CREATE_TIME, 0, 0, key, value, headers, Optional.empty());
    }

    private static byte[] key(ScriptedEvent scripted) {
        return bytes(scripted.referralId());
    }

    private static Headers headers(ScriptedEvent scripted) {
        Headers headers = new RecordHeaders();
        Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", scripted.metadata().getEventId(),
                        "ce_type", scripted.event().getSchema().getFullName(),
                        "ce_source", "/" + scripted.source(),
                        "ce_subject", scripted.referralId(),
                        "ce_time", scripted.metadata().getOccurredAt().toString(),
                        "ce_sequence", Long.toString(scripted.sequence()),
                        "content-type", "application/avro")
                .forEach((name, value) -> headers.add(name, bytes(value)));
        return headers;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
