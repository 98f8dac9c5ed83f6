package scot.fort.platform.sealing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import scot.fort.events.TrustedRecords;

/** Content records as Avro single-object bytes, which name the version of the schema they were written with. */
final class ContentCodec {

    private final ReleasedContents released;
    private final ConcurrentMap<Class<?>, BinaryMessageDecoder<SpecificRecord>> decoders = new ConcurrentHashMap<>();
    private final ConcurrentMap<Class<?>, BinaryMessageEncoder<SpecificRecord>> encoders = new ConcurrentHashMap<>();

    /** @param released the schemas under which content may have been sealed before */
    ContentCodec(ReleasedContents released) {
        TrustedRecords.register();
        this.released = released;
    }

    byte[] encode(SpecificRecord content) {
        try {
            var bytes = encoders.computeIfAbsent(content.getClass(), ContentCodec::encoder)
                    .encode(content);
            var result = new byte[bytes.remaining()];
            bytes.get(result);
            return result;
        } catch (IOException | AvroRuntimeException | ClassCastException | NullPointerException incomplete) {
            throw new IllegalArgumentException(
                    "The " + content.getSchema().getName() + " to be sealed does not fit its schema");
        }
    }

    <T extends SpecificRecord> T decode(byte[] bytes, Class<T> type) {
        try {
            return type.cast(decoders.computeIfAbsent(type, this::decoder).decode(ByteBuffer.wrap(bytes)));
        } catch (IOException | AvroRuntimeException | ClassCastException unknownVersion) {
            throw new IllegalStateException(
                    "What is sealed is no " + type.getSimpleName() + " of a version known here");
        }
    }

    private static BinaryMessageEncoder<SpecificRecord> encoder(Class<?> type) {
        var data = new SpecificData(type.getClassLoader());
        return new BinaryMessageEncoder<>(data, data.getSchema(type));
    }

    private BinaryMessageDecoder<SpecificRecord> decoder(Class<?> type) {
        var data = new SpecificData(type.getClassLoader());
        var schema = data.getSchema(type);
        return new BinaryMessageDecoder<>(data, schema, released.versions(schema));
    }
}
