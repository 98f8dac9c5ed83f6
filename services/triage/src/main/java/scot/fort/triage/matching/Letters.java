package scot.fort.triage.matching;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Words without what hands and keyboards vary: case, accents, apostrophes, hyphens, spaces. */
final class Letters {

    private static final Pattern APOSTROPHES = Pattern.compile("['’‘‛`´ʼʹ]");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{Nd}]+");

    /** Letters that are one of their own, without a mark that could be taken off. */
    private static final Map<String, String> PLAINER = Map.of(
            "ł", "l", "ø", "o", "đ", "d", "ð", "d", "ħ", "h", "ı", "i", "ß", "ss", "æ", "ae", "œ", "oe", "þ", "th");

    private Letters() {}

    /** The words of a text, each of plain small letters and digits; none of them empty. */
    static List<String> words(String text) {
        String letters = withoutApostrophes(decomposed(decomposed(withoutApostrophes(text))));
        for (Map.Entry<String, String> letter : PLAINER.entrySet()) {
            letters = letters.replace(letter.getKey(), letter.getValue());
        }
        return Arrays.stream(BETWEEN_WORDS.split(MARKS.matcher(letters).replaceAll("")))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** The same, written as one word. */
    static String joined(String text) {
        return String.join("", words(text));
    }

    /** Before what is typed as an accent of its own is taken apart into a space and an accent; and those that come of it. */
    private static String withoutApostrophes(String text) {
        return APOSTROPHES.matcher(text).replaceAll("");
    }

    private static String decomposed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    }
}
