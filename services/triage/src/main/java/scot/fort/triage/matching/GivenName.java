package scot.fort.triage.matching;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a child is called, in all its forms. */
final class GivenName {

    private GivenName() {}

    /** @param knownAs what the child is called beside it, or in its place */
    static NameForms forms(@Nullable String given, @Nullable String knownAs) {
        String exact = joined(given).isEmpty() ? joined(knownAs) : joined(given);
        if (exact.isEmpty()) {
            return NameForms.NONE;
        }
        Set<String> alike = new HashSet<>();
        addNames(given, alike);
        addNames(knownAs, alike);
        return NameForms.of(exact, alike);
    }

    /** The whole and its first word, and what either is short for. */
    private static void addNames(@Nullable String told, Set<String> names) {
        List<String> words = told == null ? List.of() : Letters.words(told);
        if (!words.isEmpty()) {
            for (String name : List.of(words.getFirst(), String.join("", words))) {
                names.add(name);
                names.addAll(ShortForms.namesOf(name));
            }
        }
    }

    private static String joined(@Nullable String told) {
        return told == null ? "" : Letters.joined(told);
    }
}
