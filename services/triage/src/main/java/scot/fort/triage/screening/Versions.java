package scot.fort.triage.screening;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All versions of a policy, of which one is in force on any day. */
final class Versions<V extends Dated> {

    private final NavigableMap<LocalDate, V> byFirstDay = new TreeMap<>();

    /** @param versions at least one; the earliest also holds for the days before it */
    Versions(List<V> versions) {
        if (versions.isEmpty()) {
            throw new IllegalArgumentException("There must be a version");
        }
        versions.forEach(version -> byFirstDay.put(version.effectiveFrom(), version));
    }

    Stream<V> all() {
        return byFirstDay.values().stream();
    }

    V inForceOn(LocalDate day) {
        Map.Entry<LocalDate, V> begun = byFirstDay.floorEntry(day);
        return begun == null ? byFirstDay.firstEntry().getValue() : begun.getValue();
    }
}
