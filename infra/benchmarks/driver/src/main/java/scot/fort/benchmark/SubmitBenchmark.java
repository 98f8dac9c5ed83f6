package scot.fort.benchmark;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.stream.Collectors;
import org.HdrHistogram.Histogram;
import org.apache.kafka.common.utils.AppInfoParser;
import scot.fort.local.Home;

/** Measures the way of a submission, part by part, and says of each whether it meets its budget. */
final class SubmitBenchmark {

    private static final Path EXAMPLES = Path.of("infra", "local", "data", "referrals.jsonl");
    private static final String TOPIC = "fort.intake.v1";
    private static final int CONNECTIONS = 32;
    private static final int STEADY_RATE = 100;
    private static final Duration DRAIN = Duration.ofSeconds(60);

    /** Rounds of everything take much longer, since each ends when everybody was told. */
    private static final int MOST_WITH_ALL = 10;

    private static final double ACCEPTED = 0.55;
    private static final double ACCEPTED_WITH_ALL = 0.35;
    private static final double RELAYED = 0.95;
    private static final double DRAIN_SECONDS = 1;
    private static final double P99_MILLIS = 50;
    private static final double NANOS_PER_MILLI = 1e6;

    private final Rig rig;
    private final Report report;
    private final Plan plan;
    private final Submissions submissions;
    private final ClosedLoop saturation;
    private final Database database;
    private final Broker broker;
    private final long started = System.nanoTime();
    private long failed;

    SubmitBenchmark(Rig rig, Report report, Plan plan) {
        this.rig = rig;
        this.report = report;
        this.plan = plan;
        submissions = Submissions.of(Home.find().resolve(EXAMPLES), rig.tokens());
        saturation = new ClosedLoop(CONNECTIONS, submissions);
        database = rig.database();
        broker = rig.broker();
    }

    void run() {
        try (database;
                broker) {
            describe();
            warmUp();
            steadily();
            againstBare();
            relay();
            withEverything();
            end();
        }
    }

    private void describe() {
        report.title("The way of a submission, measured");
        report.line("");
        report.point(
                "%s, Java %s, %d processors, %s %s",
                Instant.now().truncatedTo(ChronoUnit.MINUTES),
                Runtime.version(),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name"),
                System.getProperty("os.version"));
        report.point(
                "Kafka %s; MongoDB %s, %s",
                AppInfoParser.getVersion(),
                database.version(),
                rig.hasOwnDatabase() ? "embedded, in memory, unless a mongod is on the PATH" : "from FORT_MONGODB_URI");
        report.point("load average before: %.2f", load());
        report.point(
                "%d connections, 3 clients, requests of %d bytes on average; rate limits raised out of the way",
                CONNECTIONS, submissions.averageBytes());
    }

    private void warmUp() {
        warmUp("bare endpoint", plan.warmUps(), () -> saturated(rig.bare(), plan.round())
                .perSecond());
        warmUp("intake", plan.warmUps(), () -> saturated(rig.intake(), plan.round())
                .perSecond());
    }

    /** Goes on in rounds as long as they get faster, and says how that went. */
    private void warmUp(String name, int most, DoubleSupplier round) {
        WarmUp rates = new WarmUp();
        while (!rates.isSteady() && rates.rounds() < most) {
            rates.add(round.getAsDouble());
            freshStart();
        }
        report.point(
                "warm-up of the %s, rounds of %d s: %s/s", name, plan.round().toSeconds(), rates);
        if (!rates.isSteady()) {
            report.line("");
            report.line(
                    "**Not warm: the rate was still rising. Nothing below is a result, whatever it says; was the machine idle?**");
        }
    }

    private void steadily() {
        report.section("At " + STEADY_RATE + " submissions a second");
        Commands before = rig.commands();
        OpenLoop.Result result = new OpenLoop(STEADY_RATE, CONNECTIONS, submissions).run(rig.intake(), plan.steady());
        failed += result.tally().failed();
        awaitRelayed();
        Commands sent = rig.commands().since(before);
        Histogram latencies = result.latencies();
        report.point(
                "from the moment each was due: p50 %.2f ms, p90 %.2f, p99 %.2f, p99.9 %.2f, max %.2f (%d answers)",
                millis(latencies, 50),
                millis(latencies, 90),
                millis(latencies, 99),
                millis(latencies, 99.9),
                latencies.getMaxValue() / NANOS_PER_MILLI,
                latencies.getTotalCount());
        report.atMost("p99 in ms", millis(latencies, 99), P99_MILLIS);
        long accepted = Math.max(1, result.tally().accepted());
        report.atMost("writes of a submission", sent.of("insert referrals") / (double) accepted, 1);
        report.point(
                "all commands of intake meanwhile, keys and relay too: %s",
                sent.counts().entrySet().stream()
                        .map(command -> "%s %.3f".formatted(command.getKey(), command.getValue() / (double) accepted))
                        .collect(Collectors.joining(", ")));
        freshStart();
    }

    private void againstBare() {
        report.section("Accepted, with intake and its relay live");
        Tally bare = Tally.NOTHING;
        Tally intake = Tally.NOTHING;
        Processors bareUsed = new Processors(Map.of());
        Processors intakeUsed = new Processors(Map.of());
        for (int round = 0; round < plan.rounds(); round++) {
            Processors start = Processors.now(rig.parts());
            bare = bare.plus(saturated(rig.bare(), plan.round()));
            Processors between = Processors.now(rig.parts());
            intake = intake.plus(saturated(rig.intake(), plan.round()));
            awaitRelayed();
            bareUsed = bareUsed.plus(between.since(start));
            intakeUsed = intakeUsed.plus(Processors.now(rig.parts()).since(between));
            freshStart();
        }
        report.point(
                "%d rounds of %d s each, in turn: bare endpoint %.0f/s, intake %.0f/s",
                plan.rounds(), plan.round().toSeconds(), bare.perSecond(), intake.perSecond());
        report.atLeast("ratio", intake.perSecond() / bare.perSecond(), ACCEPTED);
        report.point(
                "the same by processor time: %.2f",
                bareUsed.together(bare.accepted()) / intakeUsed.together(intake.accepted()));
        report.processors("per request, bare endpoint", bareUsed.each(bare.accepted()));
        report.processors("per request, intake, all of it relayed", intakeUsed.each(intake.accepted()));
    }

    private void relay() {
        report.section("The relay under full load");
        long before = broker.written(TOPIC);
        Tally intake = saturated(rig.intake(), plan.saturated());
        long end = System.nanoTime();
        long relayed = broker.written(TOPIC) - before;
        while (broker.written(TOPIC) - before < intake.accepted() && System.nanoTime() - end < DRAIN.toNanos()) {
            Threads.pause(Duration.ofMillis(5));
        }
        double drained = (System.nanoTime() - end) / 1e9;
        report.point(
                "%d s at %.0f/s: %d accepted, %d on the topic at the end",
                plan.saturated().toSeconds(), intake.perSecond(), intake.accepted(), relayed);
        report.atLeast("relayed", relayed / (double) intake.accepted(), RELAYED);
        report.atMost("drained after, in seconds", drained, DRAIN_SECONDS);
        freshStart();
    }

    private void withEverything() {
        report.section("Accepted, with all services and projections live");
        broker.forgetAll();
        rig.startConsumers();
        Tally settling = new OpenLoop(STEADY_RATE, CONNECTIONS, submissions)
                .run(rig.intake(), plan.settle())
                .tally();
        failed += settling.failed();
        drain("after %d s at %d/s".formatted(plan.settle().toSeconds(), STEADY_RATE));
        warmUp("whole, each until everybody was told", Math.min(plan.warmUps(), MOST_WITH_ALL), () -> {
            long begun = System.nanoTime();
            long accepted = saturated(rig.intake(), plan.round()).accepted();
            broker.awaitDrained(DRAIN);
            return accepted * 1e9 / (System.nanoTime() - begun);
        });
        Tally bare = saturated(rig.bare(), plan.round());
        Processors start = Processors.now(rig.parts());
        long begun = System.nanoTime();
        Tally intake = saturated(rig.intake(), plan.everything());
        Map<String, Long> lags = broker.lags();
        boolean drained = drain("after full load");
        double seconds = (System.nanoTime() - begun) / 1e9;
        Processors used = Processors.now(rig.parts()).since(start);
        bare = bare.plus(saturated(rig.bare(), plan.round()));
        report.point("bare endpoint %.0f/s, intake %.0f/s", bare.perSecond(), intake.perSecond());
        report.atLeast("ratio", intake.perSecond() / bare.perSecond(), ACCEPTED_WITH_ALL);
        report.point("records behind at the end of the load: %s", lags);
        report.point(
                "%s: %.0f/s from the first submission to the last projection",
                drained ? "everything told" : "not everything told in time", intake.accepted() / seconds);
        report.processors("per accepted referral, all told", used.each(intake.accepted()));
    }

    private void end() {
        report.section("The run");
        report.point("%d s in all, load average after: %.2f", (System.nanoTime() - started) / 1_000_000_000, load());
        report.point("answers other than 201: %d", failed);
        report.point(
                rig.hasOwnDatabase()
                        ? "latency and throughput on a MongoDB server: not run, set FORT_MONGODB_URI"
                        : "on the MongoDB server of FORT_MONGODB_URI");
    }

    private boolean drain(String when) {
        long begun = System.nanoTime();
        boolean drained = broker.awaitDrained(DRAIN);
        report.point(
                "%s: consumers %s after %.1f s",
                when, drained ? "done" : "NOT done", (System.nanoTime() - begun) / 1e9);
        return drained;
    }

    private Tally saturated(int port, Duration duration) {
        Tally tally = saturation.run(port, duration);
        failed += tally.failed();
        return tally;
    }

    private void freshStart() {
        awaitRelayed();
        database.clear();
    }

    private void awaitRelayed() {
        long deadline = System.nanoTime() + DRAIN.toNanos();
        while (database.pending() > 0 && System.nanoTime() < deadline) {
            Threads.pause(Duration.ofMillis(50));
        }
    }

    private static double millis(Histogram latencies, double percentile) {
        return latencies.getValueAtPercentile(percentile) / NANOS_PER_MILLI;
    }

    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }
}
