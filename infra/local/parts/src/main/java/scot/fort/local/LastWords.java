package scot.fort.local;

import java.util.List;
import java.util.Optional;

/** The line of a log that tells best why a process ended. */
final class LastWords {
    private static final String ANALYSIS = "Description:";
    private static final int LENGTH = 300;

    private LastWords() {}

    /** What Spring Boot found out about a start that failed, else the last error. */
    static Optional<String> in(List<String> log) {
        int analysis = log.lastIndexOf(ANALYSIS);
        return (analysis >= 0
                        ? log.subList(analysis + 1, log.size()).stream()
                                .filter(line -> !line.isBlank())
                                .findFirst()
                        : log.reversed().stream()
                                .filter(LastWords::tellsOfAnError)
                                .findFirst())
                .map(line -> line.strip().substring(0, Math.min(line.strip().length(), LENGTH)));
    }

    private static boolean tellsOfAnError(String line) {
        return line.contains("ERROR") || line.contains("Exception") || line.contains("Error:");
    }
}
