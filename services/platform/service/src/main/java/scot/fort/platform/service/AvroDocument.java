package scot.fort.platform.service;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Writes an Avro record as a document of texts, numbers, booleans, lists and documents. */
public final class AvroDocument {

    private static final DateTimeFormatter UTC_MILLISECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private AvroDocument() {}

    /** All fields that are there, in the order of the schema. */
    public static Map<String, Object> of(SpecificRecord avro) {
        Map<String, Object> document = new LinkedHashMap<>();
        for (Schema.Field field : avro.getSchema().getFields()) {
            Object value = value(avro.get(field.pos()));
            if (value != null) {
                document.put(field.name(), value);
            }
        }
        return document;
    }

    /** A single value of an event in that form. */
    public static @Nullable Object value(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case SpecificRecord nested -> of(nested);
            case Collection<?> items -> items.stream().map(AvroDocument::value).toList();
            case Instant time -> UTC_MILLISECONDS.format(time);
            case Enum<?> code -> code.name();
            case Integer number -> number.longValue();
            case Long number -> number;
            case Double number -> number;
            case Boolean flag -> flag;
            case CharSequence text -> text.toString();
            default ->
                throw new IllegalArgumentException(
                        "No event may hold a " + value.getClass().getSimpleName());
        };
    }
}
