package scot.fort.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static scot.fort.journey.People.SCHOOL;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import scot.fort.launcher.LocalStack;
import scot.fort.launcher.Service;
import scot.fort.launcher.StackPorts;
import scot.fort.local.MongoStorage;
import scot.fort.platform.testing.Answer;
import scot.fort.platform.testing.TopicReader;

/**
 * An outage of the broker under load, on a stack of its own: ten minutes at 100 submissions a second, shortened. The
 * arithmetic from the one to the other is in docs/operations/backlog.md, and how to run it longer.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutageTests {

    private static final Logger LOG = LoggerFactory.getLogger(OutageTests.class);
    private static final int SUBMISSIONS = Integer.getInteger("fort.outage.submissions", 300);
    /** Just before the broker goes, and just when it comes back. */
    private static final int BESIDE = 16;

    private static final int SENDERS = 16;
    private static final Duration READY = Duration.ofSeconds(180);
    private static final Duration BACK = Duration.ofSeconds(90);
    private static final Duration DRAINED = BACK.plusMillis(10L * SUBMISSIONS);

    private final PlantedReferral referrals = new PlantedReferral(11);

    /** How many events each referral that was acknowledged has, by its id. */
    private final Map<String, Integer> acknowledged = new ConcurrentHashMap<>();

    private LocalStack fort;
    private People people;

    @BeforeAll
    void start(@TempDir Path folder) {
        fort = LocalStack.start(
                        folder, StackPorts.free(), MongoStorage.FILE, Set.of(Service.IDENTITY, Service.REFERRAL_INTAKE))
                .awaitReady(READY);
        people = new People(fort);
    }

    @AfterAll
    void stop() {
        fort.close();
    }

    @Test
    void losesNothingInAnOutageOfTheBrokerAndDrainsInOrder() throws Exception {
        inParallel(bodies(BESIDE), this::submit);
        fort.stack().kafka().kill();
        inParallel(bodies(SUBMISSIONS), this::submit);
        List<String> ids = List.copyOf(acknowledged.keySet());
        inParallel(ids.subList(0, ids.size() / 3), this::addInformation);
        inParallel(ids.subList(0, ids.size() / 6), this::withdraw);

        fort.stack().kafka().start();
        inParallel(bodies(BESIDE), this::submit);
        fort.stack().kafka().awaitReady(BACK);
        long back = System.nanoTime();
        int events = acknowledged.values().stream().mapToInt(Integer::intValue).sum();
        Map<String, Set<Long>> told =
                Awaitility.await().atMost(DRAINED).until(this::told, sequences -> count(sequences) >= events);

        LOG.info(
                "{} events of {} referrals were told within {} ms of the broker's return",
                events,
                acknowledged.size(),
                Duration.ofNanos(System.nanoTime() - back).toMillis());
        assertThat(acknowledged).hasSize(SUBMISSIONS + 2 * BESIDE);
        assertThat(told.keySet()).isEqualTo(acknowledged.keySet());
        acknowledged.forEach((id, count) -> assertThat(told.get(id))
                .as(id)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, count).boxed().toList()));
    }

    private List<String> bodies(int count) {
        return Stream.generate(
                        () -> referrals.body("FAMILY_SUPPORT", UUID.randomUUID().toString()))
                .limit(count)
                .toList();
    }

    private void submit(String body) {
        Answer answer =
                people.submit(SCHOOL, UUID.randomUUID().toString(), body).expect(201);
        acknowledged.put(answer.text("id"), 1);
    }

    private void addInformation(String id) {
        change(id, "information", Map.of("text", "They have moved."), 202);
    }

    private void withdraw(String id) {
        change(id, "withdraw", Map.of("reason", "FAMILY_MOVED"), 200);
    }

    private void change(String id, String command, Map<String, ?> body, int expected) {
        people.call(SCHOOL, Service.REFERRAL_INTAKE, "/v1/referrals/" + id + "/" + command)
                .post(body)
                .expect(expected);
        acknowledged.merge(id, 1, Integer::sum);
    }

    private static void inParallel(List<String> all, Consumer<String> work) throws Exception {
        try (ExecutorService senders = Executors.newFixedThreadPool(SENDERS)) {
            List<Future<?>> sent = new ArrayList<>();
            all.forEach(one -> sent.add(senders.submit(() -> work.accept(one))));
            for (Future<?> each : sent) {
                each.get();
            }
        }
    }

    /** The sequences of each referral in the order in which they came first. */
    private Map<String, Set<Long>> told() {
        Map<String, Set<Long>> sequences = new HashMap<>();
        TopicReader.read(fort.addresses().kafka(), "fort.intake.v1"::equals).forEach(record -> sequences
                .computeIfAbsent(new String(record.key(), StandardCharsets.UTF_8), any -> new LinkedHashSet<>())
                .add(sequence(record)));
        return sequences;
    }

    private static long sequence(ConsumerRecord<byte[], byte[]> record) {
        return Long.parseLong(
                new String(record.headers().lastHeader("ce_sequence").value(), StandardCharsets.UTF_8));
    }

    private static int count(Map<String, Set<Long>> sequences) {
        return sequences.values().stream().mapToInt(Set::size).sum();
    }
}
