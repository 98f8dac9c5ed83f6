package scot.fort.intake.reference;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;

/** All sets of codes, by name. */
public final class ReferenceData {

    private final SequencedMap<String, CodeSet> byName = new TreeMap<>();

    /** @throws IllegalArgumentException when two sets have the same name */
    public ReferenceData(Collection<CodeSet> sets) {
        for (CodeSet set : sets) {
            if (byName.putIfAbsent(set.name(), set) != null) {
                throw new IllegalArgumentException("set " + set.name() + " is there twice");
            }
        }
    }

    /** In the order of their names. */
    public List<CodeSet> sets() {
        return List.copyOf(byName.values());
    }

    public Optional<CodeSet> set(String name) {
        return Optional.ofNullable(byName.get(name));
    }
}
