package scot.fort.platform.messaging.relay;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.bson.BsonDocument;

/** The pending events of one aggregate, and how many of them, from the first on, the broker has acknowledged. */
final class PendingEvents {

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
        RecordHeaders headers = new RecordHeaders();
        entry.getDocument("headers")
                .forEach((name, value) ->
                        headers.add(name, value.asString().getValue().getBytes(StandardCharsets.UTF_8)));
        return new ProducerRecord<>(
                entry.getString("topic").getValue(),
                null,
                entry.getDateTime("recordedAt").getValue(),
                entry.getBinary("key").getData(),
                entry.getBinary("payload").getData(),
                headers);
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
