package scot.fort.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import scot.fort.local.Part;

/** Resident memory of processes, in MiB, where the system tells it. */
final class Memory {
    private static final String RESIDENT = "VmRSS:";

    private Memory() {}

    static OptionalLong of(Part part) {
        return part.pid().map(Memory::of).orElse(OptionalLong.empty());
    }

    static long of(List<Part> parts) {
        return parts.stream().mapToLong(part -> of(part).orElse(0)).sum();
    }

    private static OptionalLong of(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
            return lines.filter(line -> line.startsWith(RESIDENT))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
                    .findFirst();
        } catch (IOException notLinuxOrGone) {
            return OptionalLong.empty();
        }
    }
}
