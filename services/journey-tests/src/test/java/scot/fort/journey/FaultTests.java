package scot.fort.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static scot.fort.journey.People.SCHOOL;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import scot.fort.launcher.LocalStack;
import scot.fort.launcher.Service;
import scot.fort.launcher.StackPorts;
import scot.fort.local.MongoStorage;
import scot.fort.local.Part;
import scot.fort.platform.testing.Answer;
import tools.jackson.databind.JsonNode;

/**
 * Each part of the stack goes away and comes back: a clear answer while it is away, nothing lost, nothing twice, and
 * nobody has to restart anything. On a stack of its own, with the services that the first step of a referral needs.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultTests {

    private static final Duration READY = Duration.ofSeconds(180);
    private static final Duration BACK = Duration.ofSeconds(90);

    private final PlantedReferral referrals = new PlantedReferral(7);
    private LocalStack fort;
    private People people;

    @BeforeAll
    void start(@TempDir Path folder) {
        fort = LocalStack.start(
                        folder,
                        StackPorts.free(),
                        MongoStorage.FILE,
                        Set.of(Service.IDENTITY, Service.REFERRAL_INTAKE, Service.TRIAGE))
                .awaitReady(READY);
        people = new People(fort);
        people.awaitQueued(accepted(submit("warm-up")));
    }

    @AfterAll
    void stop() {
        fort.close();
    }

    @AfterEach
    void bringEverythingBack() {
        fort.parts().forEach(Part::start);
        fort.parts().forEach(part -> part.awaitReady(BACK));
    }

    @Test
    void acceptsReferralsWhileTheBrokerIsDownAndQueuesThemWhenItIsBack() throws IOException {
        fort.stack().kafka().kill();

        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            String key = "broker-down-" + i;
            String body = body(key);
            String id = accepted(people.submit(SCHOOL, key, body));
            Answer again = people.submit(SCHOOL, key, body).expect(201);
            assertThat(again.text("id")).isEqualTo(id);
            ids.add(id);
            people.call(SCHOOL, Service.REFERRAL_INTAKE, "/v1/referrals/" + id + "/information")
                    .post(Map.of("text", referrals.text("information.broker-down")))
                    .expect(202);
        }
        Awaitility.await().atMost(BACK).until(() -> Files.readString(
                        fort.service(Service.REFERRAL_INTAKE).log())
                .contains("wait, the broker"));

        fort.stack().kafka().start().awaitReady(BACK);

        ids.forEach(people::awaitQueued);
        assertEachIsQueuedOnce(ids);
    }

    @Test
    void acceptsReferralsWhenTheBrokerIsDownFromTheStart() {
        fort.service(Service.REFERRAL_INTAKE).stop();
        fort.stack().kafka().stop();
        fort.service(Service.REFERRAL_INTAKE).start().awaitReady(BACK);

        String id = accepted(submit("no-broker-at-start"));

        fort.stack().kafka().start().awaitReady(BACK);
        people.awaitQueued(id);
    }

    @Test
    void saysThatItIsUnavailableWhileTheDatabaseIsDownAndGoesOnByItself() {
        String body = body("database-down");
        Part database = fort.stack().mongo().orElseThrow();
        database.stop();

        Answer refused = people.submit(SCHOOL, "database-down", body);

        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.text("code")).isEqualTo("unavailable");
        assertThat(refused.header("Retry-After")).isNotEmpty();
        assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");

        database.start().awaitReady(BACK);
        String id = awaitAccepted("database-down", body);
        people.awaitQueued(id);
        assertEachIsQueuedOnce(List.of(id));
    }

    @Test
    void aDatabaseThatHangsIsNoReasonToHang() {
        String body = body("database-hangs");
        Part database = fort.stack().mongo().orElseThrow();
        database.pause();

        Answer refused = people.submit(SCHOOL, "database-hangs", body);

        database.resume();
        assertThat(refused.status()).isEqualTo(503);
        people.awaitQueued(awaitAccepted("database-hangs", body));
    }

    @Test
    void goesOnWithTheSchemasItKnowsWhileTheRegistryIsDown() {
        people.awaitQueued(accepted(submit("registry-there")));
        fort.stack().registry().stop();

        String id = accepted(submit("registry-down"));

        people.awaitQueued(id);
    }

    @Test
    void saysThatItIsUnavailableUntilTheRegistryHasBeenThereOnce() {
        fort.service(Service.REFERRAL_INTAKE).stop();
        fort.stack().registry().stop();
        fort.service(Service.REFERRAL_INTAKE).start().awaitReady(BACK);
        String body = body("no-registry-at-start");

        Answer refused = people.submit(SCHOOL, "no-registry-at-start", body);

        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.text("code")).isEqualTo("unavailable");

        fort.stack().registry().start().awaitReady(BACK);
        String id = awaitAccepted("no-registry-at-start", body);
        people.awaitQueued(id);
        assertEachIsQueuedOnce(List.of(id));
    }

    @Test
    void losesNothingThatWasAcknowledgedBeforeTheServiceWasKilled() throws InterruptedException {
        Map<String, String> bodies = new ConcurrentHashMap<>();
        Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 60).forEach(i -> {
                String key = "killed-" + i;
                bodies.put(key, body(key));
            });
            bodies.forEach((key, body) -> senders.submit(() -> {
                Answer answer = people.submit(SCHOOL, key, body);
                if (answer.status() == 201) {
                    acknowledged.add(answer.text("id"));
                }
            }));
            Awaitility.await().atMost(BACK).until(() -> acknowledged.size() >= 10);
            fort.service(Service.REFERRAL_INTAKE).kill();
        }
        fort.service(Service.REFERRAL_INTAKE).start().awaitReady(BACK);

        Set<String> ids = new HashSet<>();
        bodies.forEach((key, body) -> ids.add(awaitAccepted(key, body)));

        assertThat(ids).hasSameSizeAs(bodies.keySet()).containsAll(acknowledged);
        ids.forEach(people::awaitQueued);
        assertEachIsQueuedOnce(List.copyOf(ids));
    }

    private void assertEachIsQueuedOnce(List<String> ids) {
        List<String> queued = people.queue().stream()
                .map(row -> row.path("referralId"))
                .map(JsonNode::asString)
                .filter(ids::contains)
                .toList();
        assertThat(queued).containsExactlyInAnyOrderElementsOf(ids);
    }

    private String body(String key) {
        return referrals.body("FAMILY_SUPPORT", key + "-" + UUID.randomUUID());
    }

    private Answer submit(String key) {
        return people.submit(SCHOOL, key, body(key));
    }

    private static String accepted(Answer answer) {
        return answer.expect(201).text("id");
    }

    /** Sends again, as a client does, until it is accepted. */
    private String awaitAccepted(String key, String body) {
        Answer[] last = new Answer[1];
        Awaitility.await(key + " accepted").atMost(BACK).until(() -> {
            last[0] = people.submit(SCHOOL, key, body);
            return last[0].status() == 201;
        });
        return accepted(last[0]);
    }
}
