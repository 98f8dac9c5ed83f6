package scot.fort.events;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;
import org.apache.avro.Schema.Type;

/** What the house demands of the schema of an event; each rule answers with what breaks it. */
final class SchemaRules {

    private static final Set<Type> CAN_HOLD_TEXT = Set.of(Type.STRING, Type.BYTES, Type.FIXED);
    private static final String SEALED = "scot.fort.events.common.SealedContent";

    private SchemaRules() {}

    /** Who, when and in which order comes first in every event. */
    static boolean beginsWithMetadata(Schema event) {
        Field first = event.getFields().getFirst();
        return first.name().equals("metadata")
                && first.schema().getFullName().equals("scot.fort.events.common.EventMetadata");
    }

    /** Enums that could not be read by an older release once they have a further symbol. */
    static List<String> enumsWithoutDefault(Schema event) {
        return parts(event)
                .filter(part -> part.getType() == Type.ENUM && part.getEnumDefault() == null)
                .map(Schema::getName)
                .toList();
    }

    /** Sealed fields that do not say what is sealed in them, as {@code Record.field}. */
    static List<String> sealedWithoutContent(Schema event, Set<String> contents) {
        return fields(event)
                .filter(field -> alternatives(field.field().schema())
                        .anyMatch(type -> type.getFullName().equals(SEALED)))
                .filter(field -> !contents.contains(String.valueOf(field.field().getProp("seals"))))
                .map(RecordField::toString)
                .toList();
    }

    /** Every place where a text could stand in clear, as {@code Record.field}. */
    static Set<String> clearTexts(Schema event) {
        Set<String> found = new TreeSet<>();
        fields(event)
                .filter(field -> holdsText(field.field().schema()))
                .map(RecordField::toString)
                .forEach(found::add);
        return found;
    }

    private record RecordField(String record, Field field) {
        @Override
        public String toString() {
            return record + "." + field.name();
        }
    }

    private static Stream<RecordField> fields(Schema event) {
        return parts(event).filter(part -> part.getType() == Type.RECORD).flatMap(part -> part.getFields().stream()
                .map(field -> new RecordField(part.getName(), field)));
    }

    private static boolean holdsText(Schema schema) {
        return switch (schema.getType()) {
            case UNION -> schema.getTypes().stream().anyMatch(SchemaRules::holdsText);
            case ARRAY -> holdsText(schema.getElementType());
            case MAP -> true;
            default -> CAN_HOLD_TEXT.contains(schema.getType());
        };
    }

    private static Stream<Schema> alternatives(Schema schema) {
        return schema.isUnion() ? schema.getTypes().stream() : Stream.of(schema);
    }

    /** The schema and every schema inside it, each once. */
    private static Stream<Schema> parts(Schema schema) {
        Set<Schema> seen = new LinkedHashSet<>();
        collect(schema, seen);
        return seen.stream();
    }

    private static void collect(Schema schema, Set<Schema> seen) {
        if (!seen.add(schema)) {
            return;
        }
        switch (schema.getType()) {
            case RECORD -> schema.getFields().forEach(field -> collect(field.schema(), seen));
            case UNION -> schema.getTypes().forEach(type -> collect(type, seen));
            case ARRAY -> collect(schema.getElementType(), seen);
            case MAP -> collect(schema.getValueType(), seen);
            default -> {
                // has no parts
            }
        }
    }
}
