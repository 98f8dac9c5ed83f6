package scot.fort.intake.referral.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import scot.fort.intake.reference.Code;
import scot.fort.intake.reference.CodeSet;

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

    /** All that a referral may be said to have come to. */
    CodeSet codes() {
        return new CodeSet(
                "outcomes",
                "What came of a referral",
                "The sentences that a referrer reads.",
                byCode.stringPropertyNames().stream()
                        .sorted()
                        .map(code -> Code.of(code, byCode.getProperty(code), null, null, null))
                        .toList());
    }

    /** A code that only a later release knows is said in general words. */
    @Nullable String of(@Nullable String code) {
        return code == null ? null : byCode.getProperty(code, byCode.getProperty(OTHER));
    }
}
