package scot.fort.platform.messaging.aggregate;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serializer;

/** Encodes an event to the final bytes of its Kafka record, before anything is saved. */
public final class EventEncoder {

    private final Serializer<Object> serializer;
    private final int maxBytes;

    public EventEncoder(Serializer<Object> serializer, int maxBytes) {
        this.serializer = serializer;
        this.maxBytes = maxBytes;
    }

    /** @throws EventTooLargeException so that nothing is saved which the broker would refuse */
    byte[] encode(String topic, SpecificRecord event) {
        byte[] bytes = serializer.serialize(topic, event);
        if (bytes.length > maxBytes) {
            throw new EventTooLargeException(event.getSchema().getName(), bytes.length, maxBytes);
        }
        return bytes;
    }
}
