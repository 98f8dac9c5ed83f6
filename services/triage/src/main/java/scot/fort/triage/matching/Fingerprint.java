package scot.fort.triage.matching;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** All that is kept of a child for matching: keyed hashes, by what they are of. Of clear text there is nothing in it. */
public record Fingerprint(Map<MarkKind, Set<String>> marks) {

    public Fingerprint {
        marks = marks.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> Set.copyOf(entry.getValue())));
    }

    /** By which it is found: whoever shares none of these is not worth comparing. */
    public Set<String> keys() {
        return marks.entrySet().stream()
                .filter(entry -> entry.getKey().finds())
                .flatMap(entry -> entry.getValue().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    boolean has(MarkKind kind) {
        return marks.containsKey(kind);
    }

    boolean shares(MarkKind kind, Fingerprint other) {
        return !Collections.disjoint(of(kind), other.of(kind));
    }

    private Set<String> of(MarkKind kind) {
        return marks.getOrDefault(kind, Set.of());
    }
}
