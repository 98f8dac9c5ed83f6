package scot.fort.platform.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import scot.fort.local.Addresses;
import scot.fort.local.MongoStorage;
import scot.fort.local.Ports;
import scot.fort.local.Stack;

/**
 * A real broker, registry, database and mail server, started once for all tests of a module when the first asks, and
 * ended with the tests' process. Suites keep out of each other's way by topic prefixes and database names; one that
 * stops or pauses a part starts a {@link Stack} of its own.
 */
public final class RealStack {

    private static final Duration READY = Duration.ofSeconds(90);

    private RealStack() {}

    /** Where the parts are; returns when all of them answer. */
    public static Addresses addresses() {
        return Started.STACK.addresses();
    }

    private static final class Started {
        private static final Stack STACK =
                Stack.start(folder(), Ports.free(), MongoStorage.MEMORY).awaitReady(READY);

        private static Path folder() {
            try {
                return Files.createTempDirectory(Files.createDirectories(Path.of("target")), "stack");
            } catch (IOException noFolder) {
                throw new UncheckedIOException(noFolder);
            }
        }
    }
}
