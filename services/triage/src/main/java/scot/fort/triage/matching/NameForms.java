package scot.fort.triage.matching;

import java.util.HashSet;
import java.util.Set;

/**
 * The ways in which a name may be told another time.
 *
 * @param exact as it is, in plain letters; empty when none is known
 * @param alike what stands for it: short forms, parts of a double name; itself among them
 * @param sounds how it sounds
 * @param slips what is left of it without any one letter, and itself: two names share one of these when a single letter is
 *     missing, too many, wrong, or in another place
 */
record NameForms(String exact, Set<String> alike, Set<String> sounds, Set<String> slips) {

    /** In a shorter name one letter makes another name: Ava, Eva, Eve. It may be what is left of a longer one. */
    private static final int SHORTEST_WITH_SLIPS = 4;

    private static final int SHORTEST_LEFT = SHORTEST_WITH_SLIPS - 1;

    static final NameForms NONE = new NameForms("", Set.of(), Set.of(), Set.of());

    static NameForms of(String exact, Set<String> alike) {
        return new NameForms(exact, Set.copyOf(alike), Sounds.of(exact), slips(exact));
    }

    private static Set<String> slips(String name) {
        if (name.length() < SHORTEST_WITH_SLIPS) {
            return name.length() < SHORTEST_LEFT ? Set.of() : Set.of(name);
        }
        Set<String> slips = new HashSet<>(Set.of(name));
        for (int at = 0; at < name.length(); at++) {
            slips.add(name.substring(0, at) + name.substring(at + 1));
        }
        return Set.copyOf(slips);
    }
}
