package scot.fort.launcher;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import scot.fort.local.MongoStorage;
import scot.fort.local.Part;

/** Starts the stack and, unless it is to live on by itself, stays until Ctrl-C. */
@Command(name = "up", description = "Start the whole stack; Ctrl-C stops it.", sortOptions = false)
final class UpCommand implements Callable<Integer> {
    static final Duration BOUND = Duration.ofMinutes(5);
    private static final int LOOK_SECONDS = 1;

    @Mixin
    private StackOptions which = new StackOptions();

    @Mixin
    private PortOptions where = new PortOptions();

    @Option(names = "--detach", description = "Return when every part is ready; ./fort down stops it.")
    private boolean detach;

    @Override
    public Integer call() {
        PrintStream out = System.out;
        Path folder = which.folder();
        Preparation.run(out);
        LocalStack fort = LocalStack.start(folder, where.ports(), MongoStorage.FILE);
        try (CtrlC _ = CtrlC.stops(fort, out)) {
            out.println("Starting FORT in " + folder);
            Progress progress = new Progress(out, fort.parts().size());
            fort.awaitReady(BOUND, progress);
            out.printf(
                    Locale.ROOT,
                    "%nReady after %.1f s, in %d MiB of memory.%n%n",
                    progress.seconds(),
                    Memory.of(fort.parts()));
            Overview.of(fort).print(out);
            if (detach) {
                fort.detach();
            } else {
                out.println("\nCtrl-C stops everything.");
                watch(fort.parts(), out);
            }
            return 0;
        } catch (RuntimeException e) {
            fort.close();
            throw e;
        }
    }

    /** Says which parts end by themselves, and returns when none is left. */
    private static void watch(List<Part> parts, PrintStream out) {
        Set<Part> ended = new HashSet<>();
        while (ended.size() < parts.size() && sleep()) {
            parts.stream()
                    .filter(part -> !part.isAlive() && ended.add(part) && !CtrlC.pressed())
                    .forEach(part -> out.println(part.name() + " has ended; its log is " + part.log()));
        }
    }

    private static boolean sleep() {
        try {
            TimeUnit.SECONDS.sleep(LOOK_SECONDS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
