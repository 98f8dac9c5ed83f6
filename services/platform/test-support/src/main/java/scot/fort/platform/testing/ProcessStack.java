package scot.fort.platform.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import scot.fort.local.Addresses;
import scot.fort.local.MongoStorage;
import scot.fort.local.Part;
import scot.fort.local.Ports;
import scot.fort.local.Stack;

/**
 * Plain processes. They end with the tests' process, unless a folder to share is named: then the first module that asks starts
 * them there, those after it find them, and whoever named the folder ends them by the ids in its {@code stack.properties}.
 */
final class ProcessStack implements StackSource {

    private static final Duration READY = Duration.ofSeconds(90);

    private final Optional<Path> shared;

    ProcessStack(Optional<Path> shared) {
        this.shared = shared;
    }

    @Override
    public void requireAvailable() {}

    @Override
    public Addresses start() {
        try {
            return shared.isPresent() ? shared(shared.get()) : own().addresses();
        } catch (IOException noFolder) {
            throw new UncheckedIOException(noFolder);
        }
    }

    private static Stack own() throws IOException {
        return startIn(Files.createTempDirectory(Files.createDirectories(Path.of("target")), "stack"));
    }

    /** One process at a time looks and starts, so that modules that are tested side by side do not start two. */
    private static Addresses shared(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (FileChannel file =
                        FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var _ = file.lock()) {
            Stack stack = running(folder).orElseGet(() -> startIn(folder));
            stack.detach();
            return stack.addresses();
        }
    }

    /** What a test has spoilt is ended, and so not found. */
    private static Optional<Stack> running(Path folder) {
        if (!Stack.existsIn(folder)) {
            return Optional.empty();
        }
        Stack found = Stack.attach(folder);
        if (found.parts().stream().allMatch(Part::isAlive)) {
            return Optional.of(found.awaitReady(READY));
        }
        found.close();
        return Optional.empty();
    }

    private static Stack startIn(Path folder) {
        return Stack.start(folder, Ports.free(), MongoStorage.MEMORY).awaitReady(READY);
    }
}
