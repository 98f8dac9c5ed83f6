package scot.fort.triage.matching;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All children told of so far, found by the keys of their fingerprints. */
final class Archive {

    private final Map<String, Set<ToldChild>> byKey = new HashMap<>();

    void add(ToldChild child) {
        child.fingerprint().keys().forEach(key -> byKey.computeIfAbsent(key, none -> new HashSet<>())
                .add(child));
    }

    /** Those who share a key with one of them. */
    Collection<ToldChild> candidates(Collection<ToldChild> children) {
        Set<ToldChild> found = new HashSet<>();
        children.forEach(
                child -> child.fingerprint().keys().forEach(key -> found.addAll(byKey.getOrDefault(key, Set.of()))));
        return found;
    }

    /** Proposals for them, the likeliest first. */
    List<Proposal> proposals(List<ToldChild> children) {
        return new Matching(Told.CHILDREN_OF_THE_CITY).proposals(children, candidates(children));
    }
}
