package scot.fort.platform.messaging.relay;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.bson.BsonDocument;

/** The pending events of one aggregate, and how many of them, from the first on, the broker has acknowledged. */
final class PendingEvents {

    private static final byte[] VERSION = bytes("1.0");
    private static final byte[] AVRO = bytes("application/avro");

    private final String aggregateId;
    private final List<BsonDocument> entries;
    private int acknowledged;
    private boolean setAside;

    PendingEvents(String aggregateId, List<BsonDocument> entries) {
        this.aggregateId = aggregateId;
        this.entries = entries;
    }

    String aggregateId() {
        return aggregateId;
    }

    Instant oldest() {
        return Instant.ofEpochMilli(entries.getFirst().getDateTime("recordedAt").getValue());
    }

    /** Entry k+1 is sent only after entry k is acknowledged. */
    boolean mayStillSend() {
        return !setAside && acknowledged < entries.size();
    }

    ProducerRecord<byte[], byte[]> next() {
        BsonDocument entry = entries.get(acknowledged);
        return new ProducerRecord<>(
                text(entry, "topic"),
                null,
                entry.getDateTime("recordedAt").getValue(),
                entry.isString("key")
                        ? bytes(text(entry, "key"))
                        : entry.getBinary("key").getData(),
                entry.getBinary("payload").getData(),
                entry.containsKey("headers") ? kept(entry.getDocument("headers")) : headers(entry));
    }

    /** An earlier release kept the headers as they are sent, and the key as bytes. */
    private static RecordHeaders kept(BsonDocument kept) {
        RecordHeaders headers = new RecordHeaders();
        kept.forEach((name, value) -> headers.add(name, bytes(value.asString().getValue())));
        return headers;
    }

    /** Those of CloudEvents 1.0 in Kafka's binary mode. */
    private static RecordHeaders headers(BsonDocument entry) {
        RecordHeaders headers = new RecordHeaders();
        headers.add("ce_specversion", VERSION);
        headers.add("ce_id", bytes(text(entry, "eventId")));
        headers.add("ce_type", bytes(text(entry, "type")));
        headers.add("ce_source", bytes("/" + text(entry, "source")));
        headers.add("ce_subject", bytes(text(entry, "key")));
        Instant at = Instant.ofEpochMilli(entry.getDateTime("recordedAt").getValue());
        headers.add("ce_time", bytes(at.toString()));
        headers.add(
                "ce_sequence", bytes(Long.toString(entry.getInt64("sequence").getValue())));
        headers.add("content-type", AVRO);
        if (entry.containsKey("traceparent")) {
            headers.add("traceparent", bytes(text(entry, "traceparent")));
        }
        return headers;
    }

    private static String text(BsonDocument entry, String field) {
        return entry.getString(field).getValue();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    void acknowledge() {
        acknowledged++;
    }

    void setAside() {
        setAside = true;
    }

    boolean isSetAside() {
        return setAside;
    }

    boolean anyAcknowledged() {
        return acknowledged > 0;
    }

    List<BsonDocument> acknowledged() {
        return entries.subList(0, acknowledged);
    }
}
