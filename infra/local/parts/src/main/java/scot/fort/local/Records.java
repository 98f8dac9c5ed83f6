package scot.fort.local;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;

/** What {@code stack.properties} says: the ports and addresses of a stack and which processes are its parts. */
final class Records {
    private static final String PROCESS = "process.";
    private static final String PID = ".pid";
    private static final String STARTED = ".started";

    private final Path file;
    private final Properties properties = new Properties();

    /** Reads the file; a missing one says nothing yet. */
    Records(Path file) {
        this.file = file;
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            } catch (IOException | IllegalArgumentException unreadable) {
                throw new PartFailure(file + " cannot be read; remove it, or start in another folder.", unreadable);
            }
        }
    }

    synchronized Optional<String> get(String key) {
        return Optional.ofNullable(properties.getProperty(key));
    }

    String require(String key) {
        return get(key).orElseThrow(() -> new PartFailure(
                Files.exists(file)
                        ? file + " does not say " + key
                        : "There is no stack here: " + file + " is missing."));
    }

    int requireNumber(String key) {
        return Integer.parseInt(require(key));
    }

    synchronized void put(String key, Object value) {
        properties.setProperty(key, value.toString());
    }

    void putProcess(String part, ChildProcess process) {
        put(PROCESS + part + PID, process.pid());
        put(PROCESS + part + STARTED, process.started());
        save();
    }

    Optional<ChildProcess> process(String part) {
        return get(PROCESS + part + PID).flatMap(pid -> get(PROCESS + part + STARTED)
                .flatMap(started -> ChildProcess.find(Long.parseLong(pid), Instant.parse(started))));
    }

    /** True when any process that the file names is still there. */
    synchronized boolean anyAlive() {
        return properties.stringPropertyNames().stream()
                .filter(key -> key.startsWith(PROCESS) && key.endsWith(PID))
                .map(key -> key.substring(PROCESS.length(), key.length() - PID.length()))
                .anyMatch(part -> process(part).isPresent());
    }

    /** Written beside and moved into place: whoever reads it sees all of it. */
    synchronized void save() {
        Path next = file.resolveSibling(file.getFileName() + ".next");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (Writer writer = Files.newBufferedWriter(next)) {
                properties.store(writer, null);
            }
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
