package scot.fort.timeline.history.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Pattern;
import scot.fort.timeline.history.Details;
import scot.fort.timeline.history.Entry;

/**
 * Says in plain words what happened: a sentence per event type, in which codes of the event may stand, such as {@code
 * {decision}}. Nothing personal can be in it, since what is personal is sealed.
 */
final class Sentences {

    static final String FILE = "sentences.properties";
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");
    private static final Pattern HUMP = Pattern.compile("(?<=[a-z])(?=[A-Z])");

    private final Properties byType = new Properties();

    Sentences() {
        try (InputStream file = Objects.requireNonNull(Sentences.class.getResourceAsStream(FILE), FILE)) {
            byType.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A type that a later release has projected is said by its name. */
    String of(Entry entry) {
        String sentence = byType.getProperty(entry.type());
        return sentence == null
                ? HUMP.matcher(entry.type()).replaceAll(" ") + "."
                : PLACE.matcher(sentence).replaceAll(place -> words(entry.details(), place.group(1)));
    }

    private static String words(Details details, String field) {
        Object code = details.fields().getOrDefault(field, "unknown");
        return code.toString().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
