package scot.fort.platform.messaging.avro;

import java.nio.ByteBuffer;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericContainer;
import org.apache.kafka.common.errors.SerializationException;

/** Which schema a value has. */
final class DatumSchema {
    private DatumSchema() {}

    /** A record's own schema, or that of the primitive types which Confluent's serializer accepts too. */
    static Schema of(Object value) {
        return switch (value) {
            case GenericContainer container -> container.getSchema();
            case CharSequence _ -> Schema.create(Schema.Type.STRING);
            case byte[] _ -> Schema.create(Schema.Type.BYTES);
            case ByteBuffer _ -> Schema.create(Schema.Type.BYTES);
            case Integer _ -> Schema.create(Schema.Type.INT);
            case Long _ -> Schema.create(Schema.Type.LONG);
            case Float _ -> Schema.create(Schema.Type.FLOAT);
            case Double _ -> Schema.create(Schema.Type.DOUBLE);
            case Boolean _ -> Schema.create(Schema.Type.BOOLEAN);
            default ->
                throw new SerializationException("a %s is neither an Avro record nor a primitive value"
                        .formatted(value.getClass().getName()));
        };
    }
}
