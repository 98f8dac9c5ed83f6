package scot.fort.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import scot.fort.launcher.demo.Demo;
import scot.fort.launcher.demo.DemoFailure;
import scot.fort.local.Home;
import scot.fort.local.MongoStorage;
import scot.fort.local.PartFailure;

/** Shows the whole way of 25 referrals on a stack of its own, which is gone afterwards. */
@Command(name = "demo", description = "Send 25 referrals on their whole way.", sortOptions = false)
final class DemoCommand implements Callable<Integer> {
    private static final Path DATA = Path.of("infra", "local", "data");
    private static final int FAILED = 1;

    @Override
    public Integer call() {
        PrintStream out = System.out;
        Preparation.run(out);
        Path folder = temporaryFolder();
        LocalStack fort = LocalStack.start(folder, StackPorts.free(), MongoStorage.FILE);
        boolean arrived = false;
        try (CtrlC _ = CtrlC.stops(fort, out, () -> delete(folder))) {
            out.println("Starting FORT on free ports, with its data in " + folder);
            Progress progress = new Progress(out, fort.parts().size());
            fort.awaitReady(UpCommand.BOUND, progress);
            out.printf(
                    Locale.ROOT,
                    "%nReady after %.1f s, in %d MiB of memory.%n",
                    progress.seconds(),
                    Memory.of(fort.parts()));
            try (Demo demo = new Demo(fort, Home.find().resolve(DATA), out)) {
                arrived = demo.run();
            }
        } catch (DemoFailure | PartFailure failure) {
            if (!CtrlC.pressed()) {
                System.err.println("fort: " + failure.getMessage());
            }
        }
        return CtrlC.pressed() ? FAILED : end(fort, folder, arrived);
    }

    /** The logs of a demonstration that failed stay. */
    private static int end(LocalStack fort, Path folder, boolean arrived) {
        System.out.println("\nStopping ...");
        fort.close();
        if (arrived) {
            delete(folder);
            System.out.println("Everything has stopped.");
            return 0;
        }
        System.out.println("Everything has stopped; the logs are in " + folder.resolve("logs"));
        return FAILED;
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("fort-demo-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
