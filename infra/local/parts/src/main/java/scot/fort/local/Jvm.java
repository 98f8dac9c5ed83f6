package scot.fort.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Command lines for child processes on this JDK: small heaps, quick starts. With the system property {@link #MEASURED} they are
 * compiled whole and collected by all processors instead: a database that stands in for one in native code is to be the
 * least that a measurement is about.
 */
public final class Jvm {
    /** Name of the property. */
    public static final String MEASURED = "fort.local.measured";

    private static final List<String> QUICK = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
    private static final List<String> THOROUGH = List.of("-XX:+UseParallelGC");
    private static final List<String> ALL = List.of(
            "-Xss512k",
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Djava.net.preferIPv4Stack=true");

    private Jvm() {}

    /** {@code java} with these flags, then what is given: options, then a main class or {@code -jar}, then its arguments. */
    public static List<String> command(int heapMegabytes, String... rest) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx" + heapMegabytes + "m");
        command.addAll(Boolean.getBoolean(MEASURED) ? THOROUGH : QUICK);
        command.addAll(ALL);
        command.addAll(Arrays.asList(rest));
        return command;
    }

    /** The class path of the servers that this project's build brings along, in a stable order. */
    static String serversClassPath() {
        try (Stream<Path> jars = Files.list(Home.built("servers").resolve("lib"))) {
            return jars.filter(jar -> jar.toString().endsWith(".jar"))
                    .map(Path::toString)
                    .sorted()
                    .collect(Collectors.joining(":"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
