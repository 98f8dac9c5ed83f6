package scot.fort.benchmark;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What was measured, told while it goes on and kept as Markdown. */
final class Report {

    private final PrintStream out;
    private final List<String> lines = new ArrayList<>();
    private boolean allMet = true;

    Report(PrintStream out) {
        this.out = out;
    }

    void title(String text) {
        line("# " + text);
    }

    void section(String text) {
        line("");
        line("## " + text);
    }

    void line(String format, Object... values) {
        String line = values.length == 0 ? format : String.format(Locale.ROOT, format, values);
        lines.add(line);
        out.println(line);
    }

    void point(String format, Object... values) {
        line("- " + format, values);
    }

    /** Something that has to reach a bound. */
    void atLeast(String what, double measured, double budget) {
        verdict(what, measured, ">=", budget, measured >= budget);
    }

    /** Something that has to stay below a bound. */
    void atMost(String what, double measured, double budget) {
        verdict(what, measured, "<=", budget, measured <= budget);
    }

    private void verdict(String what, double measured, String bound, double budget, boolean met) {
        allMet &= met;
        point("**%s: %.2f** (budget %s %.2f) %s", what, measured, bound, budget, met ? "PASS" : "SHORT");
    }

    /** Processor time, in microseconds, the greediest first. */
    void processors(String what, Map<String, Double> micros) {
        line("");
        line("| %s | µs |", what);
        line("|---|---:|");
        micros.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .filter(part -> part.getValue() >= 1)
                .forEach(part -> line("| %s | %.0f |", part.getKey(), part.getValue()));
        line(
                "| together | %.0f |",
                micros.values().stream().mapToDouble(Double::doubleValue).sum());
        line("");
    }

    boolean allMet() {
        return allMet;
    }

    String markdown() {
        return String.join("\n", lines) + "\n";
    }
}
