package scot.fort.triage.matching;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Short forms, other spellings and forms in Gaelic, Scots or Polish of given names, from a table that anyone may extend. */
final class ShortForms {

    private static final String FILE = "/matching/given-names.txt";
    private static final Map<String, Set<String>> NAMES = read();

    private ShortForms() {}

    /**
     * The names at the head of the table's lines that this may stand for.
     *
     * @param name in plain letters
     * @return none for one that the table does not have
     */
    static Set<String> namesOf(String name) {
        return NAMES.getOrDefault(name, Set.of());
    }

    private static Map<String, Set<String>> read() {
        try (InputStream file = Objects.requireNonNull(ShortForms.class.getResourceAsStream(FILE), FILE)) {
            Map<String, Set<String>> names = new HashMap<>();
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> addLine(line, names));
            return Map.copyOf(names);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void addLine(String line, Map<String, Set<String>> names) {
        List<String> forms =
                Arrays.stream(line.split("[:,]")).map(Letters::joined).toList();
        for (String form : forms) {
            names.computeIfAbsent(form, none -> new HashSet<>()).add(forms.getFirst());
        }
    }
}
