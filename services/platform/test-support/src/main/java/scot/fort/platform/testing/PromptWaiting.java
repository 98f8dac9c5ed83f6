package scot.fort.platform.testing;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Has what a test waits for looked at right away, and less often the longer it takes: most is there within a few
 * milliseconds. Found by JUnit itself, so that no test need name it.
 */
public final class PromptWaiting implements BeforeAllCallback {

    private static final int SHORTEST_MS = 5;
    private static final int LONGEST_MS = 100;

    @Override
    public void beforeAll(ExtensionContext context) {
        Awaitility.setDefaultPollDelay(Duration.ZERO);
        Awaitility.setDefaultPollInterval((count, before) ->
                Duration.ofMillis(Math.min(LONGEST_MS, Math.max(SHORTEST_MS, 2 * before.toMillis()))));
    }
}
