package scot.fort.openapi;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The roles that could call an operation and no longer may, which the comparison of the library does not look at. */
final class LostRoles {

    private LostRoles() {}

    /** A sentence for each. */
    static List<String> of(JsonNode released, JsonNode present) {
        return released.get("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .flatMap(method -> of(
                                method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
                                roles(method.getValue()),
                                roles(present.path("paths").path(path.getKey()).path(method.getKey())))))
                .toList();
    }

    /** No roles at all are anybody's. */
    private static Stream<String> of(String operation, Set<String> before, Set<String> now) {
        if (now.isEmpty()) {
            return Stream.of();
        }
        return before.isEmpty()
                ? Stream.of(operation + ": no longer for everybody")
                : before.stream()
                        .filter(role -> !now.contains(role))
                        .map(role -> operation + ": no longer for " + role);
    }

    private static Set<String> roles(JsonNode operation) {
        return operation
                .path("security")
                .valueStream()
                .flatMap(way -> way.path("token").valueStream())
                .map(JsonNode::stringValue)
                .collect(Collectors.toUnmodifiableSet());
    }
}
