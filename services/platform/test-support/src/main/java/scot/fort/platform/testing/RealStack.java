package scot.fort.platform.testing;

import java.nio.file.Path;
import java.util.Optional;
import scot.fort.local.Addresses;
import scot.fort.local.Stack;

/**
 * A real broker, registry, database and mail server for all tests of a module, there when the first test asks. Suites keep out of
 * each other's way by topic prefixes and database names; one that stops or pauses a part starts a {@link Stack} of its own.
 *
 * <p>Two settings, each an environment variable or a system property: {@code FORT_STACK} is {@code processes} (the default) or
 * {@code containers}; {@code FORT_TEST_STACK} names a folder in which several modules share one stack of processes.
 */
public final class RealStack {

    private RealStack() {}

    /** Where the parts are; returns when all of them answer. Aborts the test when they cannot be had here. */
    public static Addresses addresses() {
        requireAvailable();
        return Started.ADDRESSES;
    }

    /** Aborts the test that asks, with a sentence that says why, when the parts cannot be had here. */
    static void requireAvailable() {
        Chosen.SOURCE.requireAvailable();
    }

    static StackSource source(String kind, Optional<Path> shared) {
        return switch (kind) {
            case "processes" -> new ProcessStack(shared);
            case "containers" -> new ContainerStack();
            default ->
                throw new IllegalArgumentException("FORT_STACK must be processes or containers, not '" + kind + "'");
        };
    }

    private static Optional<String> setting(String name) {
        return Optional.ofNullable(System.getProperty(name, System.getenv(name)))
                .filter(value -> !value.isBlank());
    }

    private static final class Chosen {
        private static final StackSource SOURCE = source(
                setting("FORT_STACK").orElse("processes"),
                setting("FORT_TEST_STACK").map(Path::of));
    }

    private static final class Started {
        private static final Addresses ADDRESSES = Chosen.SOURCE.start();
    }
}
