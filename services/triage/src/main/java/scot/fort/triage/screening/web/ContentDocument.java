package scot.fort.triage.screening.web;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Shows an opened content record with all that is there, under the names of its schema. */
final class ContentDocument {

    private ContentDocument() {}

    static Map<String, Object> of(SpecificRecord content) {
        Map<String, Object> document = new LinkedHashMap<>();
        for (Schema.Field field : content.getSchema().getFields()) {
            Object value = value(content.get(field.pos()));
            if (value != null) {
                document.put(field.name(), value);
            }
        }
        return document;
    }

    private static @Nullable Object value(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case SpecificRecord nested -> of(nested);
            case Collection<?> items ->
                items.stream().map(ContentDocument::value).toList();
            default -> value;
        };
    }
}
