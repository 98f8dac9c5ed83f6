package scot.fort.triage.identity.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;
import org.springframework.util.StringUtils;
import scot.fort.triage.matching.MatchingKey;

/**
 * Settings of matching. Exactly one of the two ways to give the key must be used.
 *
 * @param keyFile path of a file with the matching key: at least 32 random bytes in base 64
 * @param key the same text itself
 * @param children how many live in the area; what two of them have in common counts for more where there are more
 * @param poll how often it is looked for children who are to be matched
 */
@ConfigurationProperties("fort.matching")
record MatchingProperties(
        @DefaultValue("") String keyFile,
        @DefaultValue("") String key,
        @DefaultValue("45000") int children,
        @DefaultValue("5s") Duration poll) {

    MatchingProperties {
        Assert.isTrue(
                StringUtils.hasText(keyFile) != StringUtils.hasText(key),
                "Exactly one of fort.matching.key-file (FORT_MATCHING_KEY_FILE) and fort.matching.key (FORT_MATCHING_KEY) "
                        + "must give the matching key");
        Assert.isTrue(children >= 1, "fort.matching.children must be at least 1");
        Assert.isTrue(poll.toMillis() >= 100, "fort.matching.poll must be at least 100ms");
    }

    MatchingKey matchingKey() {
        boolean inFile = StringUtils.hasText(keyFile);
        try {
            String text = inFile ? Files.readString(Path.of(keyFile)) : key;
            return new MatchingKey(Base64.getDecoder().decode(text.strip()));
        } catch (IOException | IllegalArgumentException unusable) {
            throw new IllegalStateException((inFile ? "The file " + keyFile : "FORT_MATCHING_KEY")
                    + " holds no usable matching key: at least " + MatchingKey.LENGTH
                    + " random bytes in base 64");
        }
    }

    /** All but the key itself. */
    @Override
    public String toString() {
        return "MatchingProperties[keyFile=%s, children=%d, poll=%s]".formatted(keyFile, children, poll);
    }
}
