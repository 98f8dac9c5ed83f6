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
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.apache.kafka.common.utils.AppInfoParser;
import org.bson.Document;
import scot.fort.local.Home;

/**
 * Measures how soon the hub sees what is submitted: from the moment at which a referral was due to be sent until the queue's
 * stream has told of it, against the least that it takes to send, poll and store a record. The stream tells of what is
 * stored, so whoever asks for the queue then is shown it; that is tried too.
 */
final class QueueBenchmark {

    private static final Path EXAMPLES = Path.of("infra", "local", "data", "referrals.jsonl");
    private static final int RATE = 100;
    private static final int CONNECTIONS = 32;
    private static final Duration DRAIN = Duration.ofSeconds(60);
    private static final Duration FLOOR_WARM_UP = Duration.ofSeconds(10);
    private static final Duration KEPT = Duration.ofSeconds(2);
    private static final int MOST_WARM_UPS = 12;
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
            MongoCollection<Document> screenings =
                    mongo.getDatabase("fort_benchmark_triage").getCollection("screenings");
            warmUp(database, broker, screenings);
            measure(floor, triage, screenings);
        }
    }

    /** In rounds, as long as they get faster; each is over when triage has heard of it all. */
    private void warmUp(Database database, Broker broker, MongoCollection<Document> screenings) {
        ClosedLoop saturation = new ClosedLoop(CONNECTIONS, submissions);
        WarmUp rates = new WarmUp();
        while (!rates.isSteady() && rates.rounds() < Math.min(plan.warmUps(), MOST_WARM_UPS)) {
            rates.add(saturation.run(rig.intake(), plan.round()).perSecond());
            if (!broker.awaitDrained(DRAIN)) {
                report.line("**Triage is behind after a round of the warm-up.**");
            }
            database.clear();
            screenings.deleteMany(new Document());
        }
        report.point("warm-up, rounds of %d s: %s/s", plan.round().toSeconds(), rates);
        if (!rates.isSteady()) {
            report.line("");
            report.line("**Not warm: the rate was still rising. Nothing below is a result, whatever it says.**");
        }
    }

    private void measure(Floor floor, int triage, MongoCollection<Document> screenings) {
        floor.run(RATE, FLOOR_WARM_UP);
        follow(triage, screenings, plan.settle());
        report.section("At " + RATE + " a second, intake and triage alone");
        Histogram least = floor.run(RATE, plan.steady());
        tell("sent, polled, stored", least);
        Seen seen = follow(triage, screenings, plan.steady());
        tell("submitted, told on the stream", seen.latencies());
        Histogram leastAgain = floor.run(RATE, plan.steady());
        tell("sent, polled, stored, once more", leastAgain);
        least.add(leastAgain);
        report.atMost("accepted but not told", seen.untold(), 0);
        report.atLeast("rows that the queue shows when they are told, of %d".formatted(seen.asked()), seen.shown(), 1);
        report.atMost("p50, ratio", ratio(seen.latencies(), least, 50), P50_RATIO);
        report.atMost("p99, ratio", ratio(seen.latencies(), least, 99), P99_RATIO);
        report.section("The run");
        report.point(
                rig.hasOwnDatabase()
                        ? "on a MongoDB server: not run, set FORT_MONGODB_URI"
                        : "on the MongoDB server of FORT_MONGODB_URI");
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

    private Seen follow(int triage, MongoCollection<Document> screenings, Duration duration) {
        String manager = rig.token("mash-manager");
        try (QueueFollower follower = new QueueFollower(triage, manager, new QueueSample(triage, manager))) {
            Thread keepsItShort = Thread.ofPlatform().daemon().start(() -> forgetOld(screenings));
            Map<String, Long> moments =
                    new SteadySubmissions(RATE, CONNECTIONS, submissions).run(rig.intake(), duration);
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
            throw new IllegalStateException("The stream could not be ended", broken);
        }
    }

    /** The embedded server reads all there is for each page of the queue, which would be measured as ours. */
    private static void forgetOld(MongoCollection<Document> screenings) {
        while (!Thread.currentThread().isInterrupted()) {
            screenings.deleteMany(
                    Filters.lt("writtenAt", Date.from(Instant.now().minus(KEPT))));
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
