package scot.fort.benchmark;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.DoubleSupplier;
import org.HdrHistogram.Histogram;
import org.apache.kafka.common.utils.AppInfoParser;
import org.bson.Document;
import scot.fort.local.Home;

/**
 * Measures how soon the hub sees what is submitted: from the moment at which a referral was due to be sent until the queue's
 * stream has told of it, against the least: the bare endpoint takes it, and a record is sent, polled and stored. The stream
 * tells of what is stored, so whoever asks for the queue then is shown it; that is tried too.
 */
final class QueueBenchmark {

    private static final Path EXAMPLES = Path.of("infra", "local", "data", "referrals.jsonl");
    private static final int RATE = 100;
    private static final int CONNECTIONS = 32;
    private static final Duration DRAIN = Duration.ofSeconds(60);
    private static final Duration KEPT = Duration.ofSeconds(2);
    private static final int DIGITS = 3;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double P50_RATIO = 2;
    private static final double P99_RATIO = 3;

    private final Rig rig;
    private final Report report;
    private final Plan plan;
    private final Submissions submissions;

    QueueBenchmark(Rig rig, Report report, Plan plan) {
        this.rig = rig;
        this.report = report;
        this.plan = plan;
        submissions = Submissions.of(Home.find().resolve(EXAMPLES), rig.tokens());
    }

    void run() {
        try (Database database = rig.database();
                Broker broker = rig.broker();
                MongoClient mongo = MongoClients.create(rig.mongodbUri());
                Floor floor = new Floor(rig.kafka(), rig.mongodbUri(), (int) submissions.averageBytes())) {
            report.title("From a submission to the queue, measured");
            report.line("");
            report.point(
                    "%s, Java %s, %d processors; Kafka %s; MongoDB %s, %s",
                    Instant.now().truncatedTo(ChronoUnit.MINUTES),
                    Runtime.version(),
                    Runtime.getRuntime().availableProcessors(),
                    AppInfoParser.getVersion(),
                    database.version(),
                    rig.hasOwnDatabase()
                            ? "embedded, in memory, unless a mongod is on the PATH"
                            : "from FORT_MONGODB_URI");
            int triage = rig.startTriage();
            List<MongoCollection<Document>> growing = List.of(
                    mongo.getDatabase("fort_benchmark_intake").getCollection("referrals"),
                    mongo.getDatabase("fort_benchmark_triage").getCollection("screenings"));
            warmUp(database, broker);
            measure(floor, triage, growing);
        }
    }

    private void warmUp(Database database, Broker broker) {
        warmUp("bare endpoint", () -> {
            double rate = saturated(rig.bare());
            database.clear();
            return rate;
        });
        warmUp("intake and triage", () -> {
            double rate = saturated(rig.intake());
            if (!broker.awaitDrained(DRAIN)) {
                report.line("**Triage is behind after a round of the warm-up.**");
            }
            database.clear();
            return rate;
        });
    }

    private double saturated(int port) {
        return new ClosedLoop(CONNECTIONS, submissions).run(port, plan.round()).perSecond();
    }

    /** In rounds, as long as they get faster. */
    private void warmUp(String name, DoubleSupplier round) {
        WarmUp rates = new WarmUp();
        while (!rates.isSteady() && rates.rounds() < plan.warmUps()) {
            rates.add(round.getAsDouble());
        }
        report.point("warm-up of %s, rounds of %d s: %s/s", name, plan.round().toSeconds(), rates);
        if (!rates.isSteady()) {
            report.line("");
            report.line("**Not warm: the rate was still rising. Nothing below is a result, whatever it says.**");
        }
    }

    private void measure(Floor floor, int triage, List<MongoCollection<Document>> growing) {
        report.section("At " + RATE + " a second, intake and triage alone");
        Histogram records = floor.ofRecords(RATE, plan.settle(), plan.steady());
        tell("a record sent, polled, stored", records);
        Histogram least = ofBare(floor);
        Seen seen = follow(triage, growing);
        tell("submitted, told on the stream", seen.latencies());
        least.add(ofBare(floor));
        report.atMost("accepted but not told", seen.untold(), 0);
        report.atLeast("rows that the queue shows when they are told, of %d".formatted(seen.asked()), seen.shown(), 1);
        report.atMost("p50, ratio", ratio(seen.latencies(), least, 50), P50_RATIO);
        report.atMost("p99, ratio", ratio(seen.latencies(), least, 99), P99_RATIO);
        report.point(
                "to a record alone, which nobody submits: p50 %.2f, p99 %.2f",
                ratio(seen.latencies(), records, 50), ratio(seen.latencies(), records, 99));
        report.section("The run");
        report.point(
                rig.hasOwnDatabase()
                        ? "on a MongoDB server: not run, set FORT_MONGODB_URI"
                        : "on the MongoDB server of FORT_MONGODB_URI");
    }

    private Histogram ofBare(Floor floor) {
        Histogram least = floor.ofSubmissions(steady(), rig.bare(), plan.settle(), plan.steady());
        tell("submitted to the bare endpoint, a record sent, polled, stored", least);
        return least;
    }

    private SteadySubmissions steady() {
        return new SteadySubmissions(RATE, CONNECTIONS, submissions);
    }

    /**
     * What came of following.
     *
     * @param latencies from when each was due to when it was told
     * @param untold accepted, and not told in time
     * @param asked for in the queue when they were told
     * @param shown part of those that it showed
     */
    private record Seen(Histogram latencies, long untold, long asked, double shown) {}

    /** What is submitted while all settle to the rate does not count. */
    private Seen follow(int triage, List<MongoCollection<Document>> growing) {
        String manager = rig.token("mash-manager");
        try (QueueFollower follower = new QueueFollower(triage, manager, new QueueSample(triage, manager))) {
            Thread keepsItShort = Thread.ofPlatform().daemon().start(() -> forgetOld(growing));
            Map<String, Long> moments = new ConcurrentHashMap<>();
            long from = System.nanoTime() + plan.settle().toNanos();
            steady().run(rig.intake(), plan.settle().plus(plan.steady()), (id, moment) -> {
                if (moment >= from) {
                    moments.put(id, moment);
                }
            });
            long deadline = System.nanoTime() + DRAIN.toNanos();
            while (!follower.told().keySet().containsAll(moments.keySet()) && System.nanoTime() < deadline) {
                Threads.pause(Duration.ofMillis(50));
            }
            keepsItShort.interrupt();
            Histogram latencies = new Histogram(DIGITS);
            moments.forEach((id, moment) -> {
                Long told = follower.told().get(id);
                if (told != null) {
                    latencies.recordValue(told - moment);
                }
            });
            return new Seen(
                    latencies,
                    moments.size() - latencies.getTotalCount(),
                    follower.sample().asked(),
                    follower.sample().part());
        } catch (IOException broken) {
            throw new IllegalStateException("The queue could not be followed", broken);
        }
    }

    /** The embedded server reads all there is for each page of the queue and each sweep, which would be measured as ours. */
    private static void forgetOld(List<MongoCollection<Document>> growing) {
        while (!Thread.currentThread().isInterrupted()) {
            Date before = Date.from(Instant.now().minus(KEPT));
            growing.forEach(documents -> documents.deleteMany(Filters.lt("writtenAt", before)));
            try {
                Thread.sleep(KEPT);
            } catch (InterruptedException enough) {
                return;
            }
        }
    }

    private void tell(String what, Histogram latencies) {
        report.point(
                "%s: p50 %.2f ms, p90 %.2f, p99 %.2f, max %.2f (%d)",
                what,
                latencies.getValueAtPercentile(50) / NANOS_PER_MILLI,
                latencies.getValueAtPercentile(90) / NANOS_PER_MILLI,
                latencies.getValueAtPercentile(99) / NANOS_PER_MILLI,
                latencies.getMaxValue() / NANOS_PER_MILLI,
                latencies.getTotalCount());
    }

    private static double ratio(Histogram measured, Histogram least, double percentile) {
        return measured.getValueAtPercentile(percentile) / (double) least.getValueAtPercentile(percentile);
    }
}
