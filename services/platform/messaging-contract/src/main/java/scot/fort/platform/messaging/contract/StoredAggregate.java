package scot.fort.platform.messaging.contract;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.bson.BsonValue;
import scot.fort.events.common.EventMetadata;

/** One aggregate as it lies in the database. */
final class StoredAggregate {

    private final BsonDocument document;
    private final Deserializer<Object> deserializer;

    StoredAggregate(BsonDocument document, Deserializer<Object> deserializer) {
        this.document = document;
        this.deserializer = deserializer;
    }

    /** Null in the database before anything could be applied. */
    BsonDocument state() {
        BsonValue state = document.get("state", BsonNull.VALUE);
        return state.isNull() ? new BsonDocument() : state.asDocument();
    }

    /** How far each source has been followed. */
    Map<String, Long> positions() {
        Map<String, Long> positions = new TreeMap<>();
        document.getDocument("positions", new BsonDocument())
                .forEach((source, position) -> positions.put(
                        source, position.asDocument().getNumber("sequence").longValue()));
        return positions;
    }

    /** What waits, as {@code source sequence}. */
    List<String> parked() {
        return document.getArray("parked").stream()
                .map(BsonValue::asDocument)
                .map(parked -> parked.getString("source").getValue() + " "
                        + parked.getNumber("sequence").longValue())
                .sorted()
                .toList();
    }

    /** What would be sent, without what is never the same twice: the ids of the events and the times of their writing. */
    List<String> outbox() {
        return document.getArray("outbox").stream()
                .map(BsonValue::asDocument)
                .map(this::sent)
                .toList();
    }

    private String sent(BsonDocument entry) {
        SpecificRecord event = (SpecificRecord) deserializer.deserialize(
                entry.getString("topic").getValue(), entry.getBinary("payload").getData());
        EventMetadata metadata = (EventMetadata) event.get(0);
        event.put(
                0,
                EventMetadata.newBuilder(metadata)
                        .setEventId("")
                        .setOccurredAt(Instant.EPOCH)
                        .setRecordedAt(Instant.EPOCH)
                        .build());
        return event.getSchema().getName() + " " + event;
    }
}
