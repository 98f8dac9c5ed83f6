package scot.fort.local;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A process that we started, or that an earlier process of ours did: known by its id and the time of its start, so that an id which
 * the system has given to somebody else is never signalled.
 */
final class ChildProcess {
    private static final Duration START_TIME_TOLERANCE = Duration.ofSeconds(2);
    private static final Path SETSID = Path.of("/usr/bin/setsid");
    private static final int POLL_MILLIS = 50;

    private final ProcessHandle handle;
    private final Instant started;

    private ChildProcess(ProcessHandle handle, Instant started) {
        this.handle = handle;
        this.started = started;
    }

    /** Starts it in a session of its own where the system can: Ctrl-C then reaches us alone, and we stop it in the right order. */
    static ChildProcess start(PartDefinition part) {
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(SETSID)) {
            command.add(SETSID.toString());
        }
        command.addAll(part.command());
        try {
            Files.createDirectories(part.folder());
            Files.createDirectories(part.log().toAbsolutePath().getParent());
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(part.folder().toFile())
                    .redirectInput(new File("/dev/null"))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(part.log().toFile()));
            builder.environment().putAll(part.environment());
            ProcessHandle handle = builder.start().toHandle();
            return new ChildProcess(handle, handle.info().startInstant().orElseGet(Instant::now));
        } catch (IOException e) {
            throw new PartFailure(part.name() + " cannot be started: " + e.getMessage(), e);
        }
    }

    static Optional<ChildProcess> find(long pid, Instant started) {
        return ProcessHandle.of(pid)
                .filter(handle -> handle.info()
                        .startInstant()
                        .map(actual -> Duration.between(actual, started).abs().compareTo(START_TIME_TOLERANCE) <= 0)
                        .orElse(false))
                .map(handle -> new ChildProcess(handle, started))
                .filter(ChildProcess::isAlive);
    }

    long pid() {
        return handle.pid();
    }

    Instant started() {
        return started;
    }

    /** False also for a dead process that nobody has collected, as happens in containers without an init process. */
    boolean isAlive() {
        return handle.isAlive() && !isZombie();
    }

    void signal(String signal) {
        if (!isAlive()) {
            return;
        }
        try {
            new ProcessBuilder("kill", "-" + signal, Long.toString(pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for its end; true when it has ended in time. */
    boolean awaitEnd(Duration bound) {
        long deadline = System.nanoTime() + bound.toNanos();
        while (isAlive()) {
            if (System.nanoTime() > deadline || !Pause.millis(POLL_MILLIS)) {
                return false;
            }
        }
        return true;
    }

    private boolean isZombie() {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid()), "stat"));
            return stat.startsWith("Z", stat.lastIndexOf(')') + 2);
        } catch (IOException notLinuxOrGone) {
            return false;
        }
    }
}
