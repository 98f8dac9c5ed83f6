package scot.fort.launcher.demo;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** What somebody reads who is tired: one line a step, one timeline, one table. */
final class Report {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneId.systemDefault());
    private static final String ROW = "  %-16s %-25s %-9s %-16s %s%n";

    private final PrintStream out;

    Report(PrintStream out) {
        this.out = out;
    }

    void submitted(List<Case> cases) {
        List<Long> millis = cases.stream()
                .map(Case::visibleAfter)
                .sorted()
                .map(Duration::toMillis)
                .toList();
        out.printf(
                "%n  %d referrals submitted; the hub's queue shows one after %d ms (median; the slowest took %d ms)%n",
                cases.size(), millis.get(millis.size() / 2), millis.getLast());
    }

    void directory(int services) {
        out.printf("  %d services in the directory%n", services);
    }

    void decided(List<Case> cases) {
        long support = cases.stream().filter(Case::isForFamilySupport).count();
        out.printf(
                "  %d screened and decided: %d for family support, %d for an inter-agency discussion%n",
                cases.size(), support, cases.size() - support);
    }

    void allocated(Collection<String> expected) {
        out.printf(
                "  %d were offered a place, accepted and begun; for %d no service of the directory fits and has room%n",
                Collections.frequency(expected, "SUPPORT_ACTIVE"), Collections.frequency(expected, "UNALLOCATED"));
    }

    void timeline(JsonNode timeline) {
        out.printf(
                "%nThe way of %s, as the timeline tells it:%n%n",
                timeline.path("reference").asString());
        timeline.path("entries")
                .valueStream()
                .forEach(entry -> out.printf(
                        "  %s  %-16s %s%n",
                        TIME.format(Instant.parse(entry.path("recordedAt").asString())),
                        entry.path("source").asString(),
                        entry.path("summary").asString()));
    }

    void outcomes(List<Outcome> outcomes) {
        out.printf("%nWhere each got to, as its referrer and the timeline see it:%n%n");
        out.printf(ROW, "reference", "lane", "priority", "status", "in the queue after");
        outcomes.stream()
                .sorted(Comparator.comparing(outcome -> outcome.referral().lane()))
                .forEach(this::outcome);
        long wrong =
                outcomes.stream().filter(outcome -> !outcome.isAsExpected()).count();
        out.println(
                wrong == 0
                        ? "\nAll " + outcomes.size() + " are where their decisions led."
                        : "\n" + wrong + " of " + outcomes.size() + " are NOT where their decisions led:");
        outcomes.stream()
                .filter(outcome -> !outcome.isAsExpected())
                .forEach(outcome -> out.printf(
                        "  %s should be %s; its referrer sees %s, the timeline %s%n",
                        outcome.referral().reference(), outcome.expected(), outcome.tracked(), outcome.projected()));
    }

    private void outcome(Outcome outcome) {
        Case referral = outcome.referral();
        out.printf(
                ROW,
                referral.reference(),
                referral.lane(),
                outcome.priority(),
                outcome.tracked(),
                String.format(Locale.ROOT, "%5d ms", referral.visibleAfter().toMillis()));
    }
}
