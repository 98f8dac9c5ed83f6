package scot.fort.triage.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where a child lives, as it was told.
 *
 * @param lines house, street and town, as free as people write them
 */
public record Home(List<String> lines, @Nullable String postcode) {

    public Home {
        lines = List.copyOf(lines);
    }

    /**
     * What stays the same in most writings: the postcode and the numbers of flat and house in any order; the words where one
     * of these is missing.
     *
     * @return empty where nothing is told
     */
    String usual() {
        String code = postcode == null ? "" : Letters.joined(postcode);
        List<String> words =
                lines.stream().flatMap(line -> Letters.words(line).stream()).toList();
        List<String> numbers = new ArrayList<>(words);
        numbers.removeIf(word -> !Character.isDigit(word.charAt(0)));
        List<String> telling = code.isEmpty() || numbers.isEmpty() ? words : numbers;
        return telling.isEmpty() ? "" : code + "|" + telling.stream().sorted().collect(Collectors.joining(" "));
    }
}
