package scot.fort.timeline.history;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an event says in clear, as a document: texts, whole numbers, booleans, lists and documents, in the order of the
 * event's schema. Codes are the names of their symbols, times are ISO 8601 in UTC; what is absent is left out.
 */
public record Details(Map<String, Object> fields) {

    public Details {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    Optional<String> text(String field) {
        return Optional.ofNullable(fields.get(field)).map(String.class::cast);
    }

    Optional<Integer> number(String field) {
        return Optional.ofNullable(fields.get(field)).map(Number.class::cast).map(Number::intValue);
    }

    boolean isTrue(String field) {
        return Boolean.TRUE.equals(fields.get(field));
    }

    List<String> texts(String field) {
        return fields.get(field) instanceof List<?> list
                ? list.stream().map(String.class::cast).toList()
                : List.of();
    }
}
