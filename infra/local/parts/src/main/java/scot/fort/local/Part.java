package scot.fort.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One server of the stack as a child process: it can be stopped, killed, paused and brought back on the same port and data. */
public final class Part implements AutoCloseable {
    private static final Duration TIME_TO_STOP = Duration.ofSeconds(15);
    private static final Duration TIME_TO_DIE = Duration.ofSeconds(5);
    private static final int POLL_MILLIS = 100;

    private final PartDefinition definition;
    private final Consumer<ChildProcess> onStart;
    private final BooleanSupplier mayStart;
    private volatile @Nullable ChildProcess process;

    private Part(
            PartDefinition definition,
            Consumer<ChildProcess> onStart,
            BooleanSupplier mayStart,
            @Nullable ChildProcess process) {
        this.definition = definition;
        this.onStart = onStart;
        this.mayStart = mayStart;
        this.process = process;
    }

    /**
     * The part as these records know it: its process when it runs, and each later process written into them.
     *
     * @param mayStart false when our own process is ending: what it started then would outlive it
     */
    static Part of(PartDefinition definition, Records records, BooleanSupplier mayStart) {
        String name = definition.name();
        return new Part(
                definition,
                process -> records.putProcess(name, process),
                mayStart,
                records.process(name).orElse(null));
    }

    public String name() {
        return definition.name();
    }

    /** Where others connect to, as {@code 127.0.0.1:port}. */
    public String address() {
        return "127.0.0.1:" + port();
    }

    public int port() {
        return definition.ports().getFirst();
    }

    public Path log() {
        return definition.log();
    }

    public Optional<Long> pid() {
        return running().map(ChildProcess::pid);
    }

    public boolean isAlive() {
        return running().isPresent();
    }

    /** Asks once; false too when the part is not running. */
    public boolean isReady() {
        if (!isAlive()) {
            return false;
        }
        try {
            return definition.readiness().isReady();
        } catch (Exception notYet) {
            return false;
        }
    }

    /** Starts the process and returns at once; a taken port is a {@link PartFailure}. */
    public synchronized Part start() {
        if (isAlive()) {
            return this;
        }
        if (!mayStart.getAsBoolean()) {
            throw new PartFailure(name() + " is not started: everything is being stopped.");
        }
        requireFreePorts();
        ChildProcess started = ChildProcess.start(definition);
        process = started;
        onStart.accept(started);
        return this;
    }

    void requireFreePorts() {
        definition.ports().forEach(port -> Ports.requireFree(name(), port));
    }

    /** Returns when the part answers; a part that ends or does not answer in time is a {@link PartFailure} that names its log. */
    public Part awaitReady(Duration bound) {
        long deadline = System.nanoTime() + bound.toNanos();
        while (!isReady()) {
            if (!isAlive()) {
                throw new PartFailure(name() + " stopped before it was ready" + lastWords() + "; its log is " + log());
            }
            if (System.nanoTime() > deadline || !Pause.millis(POLL_MILLIS)) {
                throw new PartFailure(name() + " was not ready within " + bound.toSeconds() + " s" + lastWords()
                        + "; its log is " + log());
            }
        }
        return this;
    }

    /** Asks the process to end, and does not wait for it. */
    synchronized void requestStop() {
        running().ifPresent(running -> {
            running.signal("CONT");
            running.signal("TERM");
        });
    }

    /** Asks the process to end and, when it does not within a bound, ends it. */
    public synchronized void stop() {
        requestStop();
        running().ifPresent(running -> {
            if (!running.awaitEnd(TIME_TO_STOP)) {
                running.signal("KILL");
                running.awaitEnd(TIME_TO_DIE);
            }
            awaitFreePorts();
        });
        process = null;
    }

    /** The process ends on the spot, with whatever it had not written. */
    public synchronized void kill() {
        running().ifPresent(running -> {
            running.signal("KILL");
            running.awaitEnd(TIME_TO_DIE);
            awaitFreePorts();
        });
        process = null;
    }

    /** A process whose first thread has ended still holds its ports until the last of its threads has. */
    private void awaitFreePorts() {
        long deadline = System.nanoTime() + TIME_TO_DIE.toNanos();
        boolean waits = true;
        while (waits && System.nanoTime() < deadline) {
            waits = !definition.ports().stream().allMatch(Ports::isFree) && Pause.millis(POLL_MILLIS);
        }
    }

    /** The process stands still, its connections open and unanswered, until {@link #resume}. */
    public void pause() {
        running().ifPresent(running -> running.signal("STOP"));
    }

    public void resume() {
        running().ifPresent(running -> running.signal("CONT"));
    }

    public Part restart(Duration bound) {
        stop();
        return start().awaitReady(bound);
    }

    @Override
    public void close() {
        stop();
    }

    private Optional<ChildProcess> running() {
        return Optional.ofNullable(process).filter(ChildProcess::isAlive);
    }

    private String lastWords() {
        try {
            return LastWords.in(Files.readAllLines(log()))
                    .map(words -> " (" + words + ")")
                    .orElse("");
        } catch (IOException unreadable) {
            return "";
        }
    }
}
