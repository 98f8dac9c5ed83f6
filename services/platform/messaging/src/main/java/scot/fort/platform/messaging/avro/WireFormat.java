package scot.fort.platform.messaging.avro;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import org.apache.kafka.common.errors.SerializationException;

/** Confluent's envelope: a zero, the schema's id in four bytes (big end first), then the datum. */
final class WireFormat {
    /** Bytes before the datum. */
    static final int HEADER = 5;

    private static final byte MAGIC = 0;

    private WireFormat() {}

    static void writeHeader(int schemaId, ByteArrayOutputStream out) {
        out.writeBytes(ByteBuffer.allocate(HEADER).put(MAGIC).putInt(schemaId).array());
    }

    /** @throws SerializationException when the bytes cannot be of this format */
    static int schemaId(byte[] payload) {
        if (payload.length < HEADER) {
            throw new SerializationException("%d bytes are too few for a schema id".formatted(payload.length));
        }
        if (payload[0] != MAGIC) {
            throw new SerializationException("unknown magic byte %d".formatted(payload[0]));
        }
        return ByteBuffer.wrap(payload, 1, Integer.BYTES).getInt();
    }
}
