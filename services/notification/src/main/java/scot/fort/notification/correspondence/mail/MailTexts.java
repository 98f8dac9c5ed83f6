package scot.fort.notification.correspondence.mail;

import com.samskivert.mustache.Mustache;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import scot.fort.notification.correspondence.Template;

/** The words of each message, from {@code /templates}: the first line is the subject, the rest the text. */
final class MailTexts {

    private final Map<Template, com.samskivert.mustache.Template> compiled = new EnumMap<>(Template.class);

    /** @param subject without anything personal @param text plain */
    record MailText(String subject, String text) {}

    MailTexts() {
        Arrays.stream(Template.values()).forEach(template -> compiled.put(template, compile(template)));
    }

    MailText write(Template template, String reference) {
        com.samskivert.mustache.Template words = compiled.get(template);
        if (words == null) {
            throw new IllegalStateException("No words for " + template);
        }
        String[] subjectAndText = words.execute(Map.of("reference", reference)).split("\n", 2);
        return new MailText(subjectAndText[0].strip(), subjectAndText[1].strip() + "\n");
    }

    private static com.samskivert.mustache.Template compile(Template template) {
        String file = "/templates/" + template.name().toLowerCase(Locale.ROOT).replace('_', '-') + ".txt";
        try (InputStream words = MailTexts.class.getResourceAsStream(file)) {
            if (words == null) {
                throw new IllegalStateException("No template " + file);
            }
            return Mustache.compiler()
                    .escapeHTML(false)
                    .compile(new String(words.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
