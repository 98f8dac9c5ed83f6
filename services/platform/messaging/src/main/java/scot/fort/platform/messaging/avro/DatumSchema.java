package scot.fort.platform.messaging.avro;

import java.nio.ByteBuffer;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericContainer;
import org.apache.kafka.common.errors.SerializationException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Which schema a value has, and in what form it is published. */
final class DatumSchema {
    private static final String JAVA_STRING = "avro.java.string";

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

    /**
     * The schema without the mark that says which Java class holds a string. Generated classes carry it, files do not; a
     * schema registered from its file is found only without it.
     */
    static Schema withoutJavaProperties(Schema schema) {
        JsonNode document = JsonMapper.shared().readTree(schema.toString());
        remove(document);
        return new Schema.Parser().setValidateDefaults(false).parse(document.toString());
    }

    private static void remove(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove(JAVA_STRING);
        }
        node.forEach(DatumSchema::remove);
    }
}
