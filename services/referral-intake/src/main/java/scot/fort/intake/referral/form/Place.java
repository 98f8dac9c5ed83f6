package scot.fort.intake.referral.form;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import scot.fort.platform.web.problem.FieldFault;
import tools.jackson.databind.JsonNode;

/**
 * A place in a body that may be wrong elsewhere or even here: what does not have the form asked for reads as absent, since
 * the schema reports it.
 */
record Place(JsonNode node, String pointer) {

    static Place root(JsonNode body) {
        return new Place(body, "");
    }

    Place member(String name) {
        return new Place(node.path(name), FieldFault.member(pointer, name));
    }

    List<Place> items() {
        return node.isArray()
                ? IntStream.range(0, node.size())
                        .mapToObj(index -> new Place(node.get(index), pointer + "/" + index))
                        .toList()
                : List.of();
    }

    boolean isThere() {
        return !node.isMissingNode();
    }

    boolean isObject() {
        return node.isObject();
    }

    boolean isList() {
        return node.isArray();
    }

    boolean isFalse() {
        return node.isBoolean() && !node.booleanValue();
    }

    boolean isEmptyList() {
        return !isThere() || node.isArray() && node.isEmpty();
    }

    boolean is(String code) {
        return text().filter(code::equals).isPresent();
    }

    Optional<String> text() {
        return node.isString() ? Optional.of(node.stringValue()) : Optional.empty();
    }

    Optional<LocalDate> date() {
        return parsed(LocalDate::parse);
    }

    Optional<Instant> time() {
        return parsed(Instant::parse);
    }

    private <T> Optional<T> parsed(Function<String, T> parser) {
        try {
            return text().map(parser);
        } catch (DateTimeException malformed) {
            return Optional.empty();
        }
    }
}
