package scot.fort.triage.matching;

import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
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
        return keys(MarkKind::finds);
    }

    /** Those of them that children who have nothing to do with each other may share by the hundred, as in a hostel. */
    public Set<String> crowdedKeys() {
        return keys(MarkKind::isCrowded);
    }

    private Set<String> keys(Predicate<MarkKind> which) {
        return marks.entrySet().stream()
                .filter(entry -> which.test(entry.getKey()))
                .flatMap(entry -> entry.getValue().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Of a child of whom two things were said: what either says. */
    public Fingerprint and(Fingerprint other) {
        Map<MarkKind, Set<String>> both = new EnumMap<>(MarkKind.class);
        for (MarkKind kind : MarkKind.values()) {
            Set<String> union = new HashSet<>(of(kind));
            union.addAll(other.of(kind));
            both.put(kind, union);
        }
        return new Fingerprint(both);
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
