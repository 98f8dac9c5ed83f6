package scot.fort.triage.identity.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import scot.fort.platform.sealing.SecretFile;

class MatchingPropertiesTests {

    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

    @TempDir
    private Path folder;

    @Test
    void takesTheKeyFromAFileOrAsItIs() throws IOException {
        Path file = folder.resolve("matching-key");
        SecretFile.generate(file);

        assertThat(properties(file.toString(), "").matchingKey()).isNotNull();
        assertThat(properties("", KEY + "\n").matchingKey()).isNotNull();
        assertThat(properties("", KEY)).asString().doesNotContain(KEY);
    }

    @Test
    void needsExactlyOneOfTheTwo() {
        assertThatThrownBy(() -> properties("", "")).hasMessageContaining("FORT_MATCHING_KEY_FILE");
        assertThatThrownBy(() -> properties("/run/secrets/matching-key", KEY))
                .hasMessageContaining("FORT_MATCHING_KEY");
    }

    @Test
    void refusesWhatIsNoKeyWithoutRepeatingIt() {
        for (String wrong : new String[] {"no base 64!", "c2hvcnQ="}) {
            assertThatThrownBy(() -> properties("", wrong).matchingKey())
                    .hasMessageStartingWith("FORT_MATCHING_KEY holds no usable matching key")
                    .hasMessageNotContaining(wrong);
        }
        assertThatThrownBy(
                        () -> properties(folder.resolve("none").toString(), "").matchingKey())
                .hasMessageContaining("none holds no usable matching key");
    }

    @Test
    void saysWhichSettingCannotBeMeant() {
        assertThatThrownBy(() -> new MatchingProperties("", KEY, 0, Duration.ofSeconds(1)))
                .hasMessageContaining("fort.matching.children");
        assertThatThrownBy(() -> new MatchingProperties("", KEY, 1, Duration.ZERO))
                .hasMessageContaining("fort.matching.poll");
    }

    private static MatchingProperties properties(String file, String key) {
        return new MatchingProperties(file, key, 45_000, Duration.ofSeconds(1));
    }
}
