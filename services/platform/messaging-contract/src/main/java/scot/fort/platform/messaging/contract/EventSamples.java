package scot.fort.platform.messaging.contract;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import scot.fort.events.TrustedRecords;

/** Valid records of any type, made from their schema alone: the first code of every enum, nothing that may be absent. */
public final class EventSamples {

    /** The time of every sample: an instant with milliseconds, as events have them. */
    public static final Instant TIME = Instant.parse("2026-11-20T09:30:00.250Z");

    static {
        TrustedRecords.register();
    }

    private EventSamples() {}

    /** A record that can be encoded, to be given to its type's builder for whatever the test is about. */
    public static <T extends SpecificRecord> T some(Class<T> type) {
        return type.cast(some(SpecificData.get().getSchema(type)));
    }

    /** A record of this schema. */
    public static SpecificRecord some(Schema schema) {
        SpecificRecord sample = (SpecificRecord) SpecificData.get().newRecord(null, schema);
        for (Schema.Field field : schema.getFields()) {
            sample.put(field.pos(), value(field.name(), field.schema()));
        }
        return sample;
    }

    private static @Nullable Object value(String name, Schema schema) {
        return switch (schema.getType()) {
            case UNION -> null;
            case RECORD -> some(schema);
            case ENUM -> SpecificData.get().createEnum(schema.getEnumSymbols().get(1), schema);
            case ARRAY -> List.of();
            case STRING -> name;
            case BYTES -> ByteBuffer.wrap(name.getBytes(StandardCharsets.UTF_8));
            case BOOLEAN -> false;
            case INT -> 1;
            case DOUBLE -> 0.5;
            case LONG -> schema.getLogicalType() == null ? (Object) 1L : TIME;
            default -> throw new IllegalArgumentException("No event has a " + schema.getType());
        };
    }
}
