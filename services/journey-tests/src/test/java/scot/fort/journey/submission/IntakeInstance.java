package scot.fort.journey.submission;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import scot.fort.launcher.Service;
import scot.fort.local.Jvm;
import scot.fort.local.Ports;
import scot.fort.local.Readiness;

/** An instance of intake as a process of its own, which can be killed and comes back on its port. */
final class IntakeInstance implements AutoCloseable {

    private static final int HEAP_MEGABYTES = 192;

    private final int port = Ports.anyFree(new HashSet<>());
    private final int management = Ports.anyFree(new HashSet<>());
    private final Map<String, String> settings;
    private final Path log;
    private final Thread atExit = new Thread(this::kill, "end of an instance");
    private volatile @Nullable Process process;

    private IntakeInstance(Map<String, String> settings, Path log) {
        this.settings = new HashMap<>(settings);
        this.settings.put("FORT_PORT", Integer.toString(port));
        this.settings.put("FORT_MANAGEMENT_PORT", Integer.toString(management));
        this.log = log;
    }

    /** @param settings what it shares with other instances */
    static IntakeInstance start(Map<String, String> settings, Path log) {
        IntakeInstance instance = new IntakeInstance(settings, log);
        Runtime.getRuntime().addShutdownHook(instance.atExit);
        instance.start();
        return instance;
    }

    int port() {
        return port;
    }

    /** Starts it, and does not wait until it answers. */
    synchronized void start() {
        List<String> command = Jvm.command(
                HEAP_MEGABYTES, "-jar", Service.REFERRAL_INTAKE.jar().toString());
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(settings);
        try {
            process = builder.start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    void awaitReady(Duration bound) {
        Readiness readiness = Readiness.http("http://127.0.0.1:" + management + "/actuator/health/readiness");
        Awaitility.await("intake, whose log is " + log)
                .atMost(bound)
                .ignoreExceptions()
                .until(readiness::isReady);
    }

    /** It ends on the spot, with whatever it was doing, as by {@code kill -9}; returns when it has. */
    synchronized void kill() {
        Process running = process;
        if (running != null) {
            awaitEnd(running.destroyForcibly());
        }
    }

    /** Not by its future, which ends on the pool of threads that a property may itself be run on. */
    private static void awaitEnd(Process killed) {
        try {
            killed.waitFor();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        kill();
        Runtime.getRuntime().removeShutdownHook(atExit);
    }
}
