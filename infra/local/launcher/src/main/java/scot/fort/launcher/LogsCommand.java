package scot.fort.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import scot.fort.local.Part;
import scot.fort.local.PartFailure;

/** Shows the end of a part's log and, when asked to, what is added to it until Ctrl-C. */
@Command(name = "logs", description = "Show the log of a service or another part.", sortOptions = false)
final class LogsCommand implements Callable<Integer> {
    private static final int LOOK_MILLIS = 200;

    @Mixin
    private StackOptions which = new StackOptions();

    @Parameters(paramLabel = "SERVICE", description = "A part as ./fort status names it.")
    private String service = "";

    @Option(names = "-f", description = "Go on showing what is added.")
    private boolean follow;

    @Option(names = "-n", paramLabel = "LINES", defaultValue = "200", description = "How many lines from its end.")
    private int lines;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintStream out = System.out;
        Path log = log(LocalStack.attach(which.folder()).parts());
        long shown = Files.size(log);
        List<String> all = Files.readAllLines(log);
        all.subList(Math.max(0, all.size() - lines), all.size()).forEach(out::println);
        while (follow && !out.checkError()) {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
            shown = showFrom(log, shown, out);
        }
        return 0;
    }

    private Path log(List<Part> parts) {
        Path log = parts.stream()
                .filter(part -> part.name().equals(service))
                .findFirst()
                .orElseThrow(() -> new PartFailure("There is no part '" + service + "'; there are "
                        + parts.stream().map(Part::name).collect(Collectors.joining(", ")) + "."))
                .log();
        if (Files.notExists(log)) {
            throw new PartFailure(service + " has no log yet.");
        }
        return log;
    }

    private static long showFrom(Path log, long position, PrintStream out) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            long end = file.length();
            if (end > position) {
                byte[] added = new byte[Math.toIntExact(end - position)];
                file.seek(position);
                file.readFully(added);
                out.print(new String(added, StandardCharsets.UTF_8));
            }
            return end;
        }
    }
}
