package scot.fort.launcher.demo;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import scot.fort.launcher.LocalStack;

/** Sends referrals on their whole way, as the people and systems of a council would, and checks where each got to. */
public final class Demo implements AutoCloseable {
    private static final int REFERRALS = 25;
    private static final Duration BOUND = Duration.ofSeconds(60);
    private static final int LOOK_MILLIS = 100;
    private static final String ESCALATED = "ESCALATED";
    private static final String SUPPORT_ACTIVE = "SUPPORT_ACTIVE";
    private static final String UNALLOCATED = "UNALLOCATED";

    private final Path data;
    private final Report report;
    private final Api api;
    private final Referrers referrers;
    private final Hub hub;
    private final Support support;
    private final Records records;

    /**
     * The demonstration on a stack that is ready and empty.
     *
     * @param data the folder with {@code referrals.jsonl} and {@code directory.json}
     */
    public Demo(LocalStack fort, Path data, PrintStream out) {
        this.data = data;
        report = new Report(out);
        api = new Api(fort);
        referrers = new Referrers(api);
        hub = new Hub(api);
        support = new Support(api);
        records = new Records(api);
    }

    /** Returns whether every referral is where its decision had to lead. */
    public boolean run() {
        List<Submission> submissions = Submission.first(REFERRALS, data.resolve("referrals.jsonl"));
        List<Case> cases = submissions.stream().map(referrers::submit).toList();
        report.submitted(cases);
        report.directory(support.importDirectory(data.resolve("directory.json")));
        cases.forEach(hub::decide);
        report.decided(cases);
        Map<Case, String> expected = allocate(cases);
        report.allocated(expected.values());
        List<Outcome> outcomes = expected.entrySet().stream()
                .map(entry -> outcome(entry.getKey(), entry.getValue()))
                .toList();
        report.timeline(records.timeline(toBeShown(expected)));
        report.outcomes(outcomes);
        return outcomes.stream().allMatch(Outcome::isAsExpected);
    }

    @Override
    public void close() {
        api.close();
    }

    /** Allocates what was decided so, and says where each referral has to get to. */
    private Map<Case, String> allocate(List<Case> cases) {
        Map<Case, String> expected = new LinkedHashMap<>();
        for (Case referral : cases) {
            expected.put(referral, referral.isForFamilySupport() ? allocate(referral) : ESCALATED);
        }
        return expected;
    }

    /** Without a place it may only be because no service that fits has room. */
    private String allocate(Case referral) {
        return support.allocate(referral) || support.hasCandidate(referral) ? SUPPORT_ACTIVE : UNALLOCATED;
    }

    private static Case toBeShown(Map<Case, String> expected) {
        return expected.entrySet().stream()
                .filter(entry -> entry.getValue().equals(SUPPORT_ACTIVE))
                .findFirst()
                .or(() -> expected.entrySet().stream().findFirst())
                .orElseThrow()
                .getKey();
    }

    /** Waits until what was decided has reached every reader; what never does shows in the table. */
    private Outcome outcome(Case referral, String expected) {
        long deadline = System.nanoTime() + BOUND.toNanos();
        Outcome outcome = look(referral, expected);
        while (!outcome.isAsExpected() && System.nanoTime() < deadline) {
            Patience.pause(LOOK_MILLIS);
            outcome = look(referral, expected);
        }
        return outcome;
    }

    private Outcome look(Case referral, String expected) {
        return new Outcome(
                referral, hub.priority(referral), expected, referrers.status(referral), records.status(referral));
    }
}
