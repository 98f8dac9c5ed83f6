package scot.fort.triage.matching;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A family's name, in all its forms: Mc is Mac, a sister Kowalska has a brother Kowalski, and a double name is told by halves. */
final class FamilyName {

    /** What belongs to the word after it, with or without a space. */
    private static final Set<String> PARTICLES = Set.of(
            "mc", "mac", "nic", "ni", "o", "ui", "al", "el", "abu", "ibn", "bin", "de", "da", "di", "la", "le", "van",
            "von", "der", "den", "st");

    private static final Pattern SON_OF = Pattern.compile("^mc(?=\\p{L})");
    private static final Pattern SON_OF_BY_APOSTROPHE = Pattern.compile("^[Mm]['’‘](?=\\p{L})");
    private static final Pattern POLISH_FOR_WOMEN = Pattern.compile("(?<=\\p{L}{3}[sc])ka$");
    private static final int SHORTEST_PART = 4;

    private FamilyName() {}

    static NameForms forms(@Nullable String told) {
        if (told == null) {
            return NameForms.NONE;
        }
        List<String> words =
                Letters.words(SON_OF_BY_APOSTROPHE.matcher(told.strip()).replaceFirst("mac"));
        List<String> names =
                withParticles(words).stream().map(FamilyName::usual).toList();
        String exact = String.join("", names);
        if (exact.isEmpty()) {
            return NameForms.NONE;
        }
        Set<String> parts = new HashSet<>(names);
        parts.add(exact);
        words.stream()
                .filter(word -> word.length() >= SHORTEST_PART)
                .map(FamilyName::usual)
                .forEach(parts::add);
        return NameForms.of(exact, parts);
    }

    private static List<String> withParticles(List<String> words) {
        List<String> names = new ArrayList<>();
        StringBuilder name = new StringBuilder();
        for (String word : words) {
            name.append(word);
            if (!PARTICLES.contains(word)) {
                names.add(name.toString());
                name.setLength(0);
            }
        }
        if (!name.isEmpty()) {
            names.add(name.toString());
        }
        return names;
    }

    private static String usual(String word) {
        return POLISH_FOR_WOMEN
                .matcher(SON_OF.matcher(word).replaceFirst("mac"))
                .replaceFirst("ki");
    }
}
