package scot.fort.triage.matching;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.codec.language.DoubleMetaphone;
import org.apache.commons.codec.language.Nysiis;

/**
 * How a name sounds. NYSIIS keeps where the vowels are; Double Metaphone drops them, which is right for long names
 * (Mohammed, Mohamad) and wrong for short ones (Lewis and Lucy would be one), so that it has a say on long ones only.
 */
final class Sounds {

    private static final int LONGEST = 8;
    private static final int SHORTEST_WITH_VOWELS = 3;
    private static final int SHORTEST_WITHOUT_VOWELS = 4;

    private Sounds() {}

    /** @param name in plain letters; one that is not of Latin letters has no sound here */
    static Set<String> of(String name) {
        if (!name.chars().allMatch(letter -> letter >= 'a' && letter <= 'z')) {
            return Set.of();
        }
        DoubleMetaphone metaphone = new DoubleMetaphone();
        metaphone.setMaxCodeLen(LONGEST);
        Stream<String> withVowels =
                Stream.of(new Nysiis(false).encode(name)).filter(code -> code.length() >= SHORTEST_WITH_VOWELS);
        Stream<String> withoutVowels = Stream.of(metaphone.doubleMetaphone(name))
                .filter(code -> code != null && code.length() >= SHORTEST_WITHOUT_VOWELS)
                .map(code -> "-" + code);
        return Stream.concat(withVowels, withoutVowels).collect(Collectors.toUnmodifiableSet());
    }
}
