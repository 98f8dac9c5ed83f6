package scot.fort.triage.identity;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import scot.fort.triage.matching.Fingerprint;
import scot.fort.triage.matching.MarkKind;

/**
 * A child of a referral as it is kept.
 *
 * @param marks of its fingerprint, by the name of their kind; none before it was taken, and none after an erasure
 */
public record KnownChild(String ref, Map<String, Set<String>> marks) {

    static KnownChild unmarked(String ref) {
        return new KnownChild(ref, Map.of());
    }

    static KnownChild of(String ref, Fingerprint fingerprint) {
        Map<String, Set<String>> marks = new TreeMap<>();
        fingerprint.marks().forEach((kind, hashes) -> marks.put(kind.name(), new TreeSet<>(hashes)));
        return new KnownChild(ref, marks);
    }

    Fingerprint fingerprint() {
        return new Fingerprint(marks.entrySet().stream()
                .collect(Collectors.toMap(entry -> MarkKind.valueOf(entry.getKey()), Map.Entry::getValue)));
    }
}
