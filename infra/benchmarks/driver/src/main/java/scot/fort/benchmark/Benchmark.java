package scot.fort.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Stream;
import scot.fort.local.Home;
import scot.fort.local.PartFailure;

/** {@code ./fort benchmark submit} and {@code ./fort benchmark queue}. */
final class Benchmark {

    private static final Path FIGURES = Path.of("infra", "benchmarks");
    private static final Set<String> WAYS = Set.of("submit", "queue");
    private static final int FAILED = 1;
    private static final int USAGE = 2;

    private Benchmark() {}

    public static void main(String[] arguments) throws IOException {
        System.setProperty("logback.configurationFile", "launcher-logging.xml");
        if (arguments.length < 1 || !WAYS.contains(arguments[0])) {
            System.err.println("usage: ./fort benchmark submit|queue [quick]");
            System.exit(USAGE);
        }
        boolean quick = arguments.length > 1 && arguments[1].equals("quick");
        Path folder = Files.createTempDirectory("fort-benchmark-");
        Report report = new Report(System.out);
        try (Rig rig = Rig.start(folder)) {
            Plan plan = quick ? Plan.quick() : Plan.whole();
            if (arguments[0].equals("queue")) {
                new QueueBenchmark(rig, report, plan).run();
            } else {
                new SubmitBenchmark(rig, report, plan).run();
            }
        } catch (PartFailure failure) {
            System.err.println("fort: " + failure.getMessage());
            System.exit(FAILED);
        }
        delete(folder);
        if (!quick) {
            Path figures = Home.find().resolve(FIGURES).resolve(arguments[0] + ".md");
            Files.writeString(figures, report.markdown());
            System.out.println("\nWritten to " + figures);
        }
        System.exit(report.allMet() ? 0 : FAILED);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(file -> file.delete());
        }
    }
}
