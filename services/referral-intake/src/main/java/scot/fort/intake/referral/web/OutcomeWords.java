package scot.fort.intake.referral.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Says in plain words what came of a referral, so far as its referrer may know. */
final class OutcomeWords {

    static final String FILE = "outcomes.properties";
    private static final String OTHER = "OTHER";

    private final Properties byCode = new Properties();

    OutcomeWords() {
        try (InputStream file = Objects.requireNonNull(OutcomeWords.class.getResourceAsStream(FILE), FILE)) {
            byCode.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A code that only a later release knows is said in general words. */
    @Nullable String of(@Nullable String code) {
        return code == null ? null : byCode.getProperty(code, byCode.getProperty(OTHER));
    }
}
