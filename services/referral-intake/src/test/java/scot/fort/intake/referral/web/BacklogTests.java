package scot.fort.intake.referral.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import scot.fort.intake.IntakeApplication;
import scot.fort.platform.messaging.contract.EventTopic;
import scot.fort.platform.messaging.contract.ServiceSettings;
import scot.fort.platform.messaging.relay.OutboxRelay;
import scot.fort.platform.testing.Answer;
import scot.fort.platform.testing.Call;
import scot.fort.platform.testing.MovableClock;
import scot.fort.platform.testing.RealStack;
import scot.fort.platform.testing.TopicReader;
import tools.jackson.databind.node.ObjectNode;

/** An instance whose broker is away, with room for six referrals and four urgent ones. */
class BacklogTests extends IntakeServiceTest {

    private static final String PREFIX_OF_ITS_OWN =
            "intake-backlog-" + UUID.randomUUID().toString().substring(0, 8);
    private static final Duration SOON = Duration.ofSeconds(30);

    private BrokerDoor broker;
    private Map<String, Object> settings;
    private ConfigurableApplicationContext instance;

    @TestConfiguration(proxyBeanMethods = false)
    static class TheSameDay {

        @Bean
        Clock clock() {
            return MovableClock.goingFrom(Surroundings.DAY);
        }
    }

    @BeforeEach
    void startWithoutABroker() throws IOException {
        broker = BrokerDoor.shutBefore(RealStack.addresses().kafka());
        settings = new HashMap<>(ServiceSettings.of(RealStack.addresses(), PREFIX_OF_ITS_OWN, ISSUER.uri()));
        settings.putAll(Map.of(
                "FORT_KAFKA", broker.address(),
                "fort.messaging.delivery-timeout", "1s",
                "fort.messaging.sweep-interval", "200ms",
                "fort.intake.backlog.limit", "6",
                "fort.intake.backlog.headroom", "4",
                "fort.intake.backlog.count-after", "1s"));
        start();
    }

    @AfterEach
    void stop() {
        instance.close();
        broker.close();
    }

    @Test
    void keepsRoomForConcernsWhileTheBrokerIsAwayAndTakesAllWhenItIsBack() {
        List<String> accepted = new ArrayList<>();
        String key = aKey();
        ObjectNode first = aReferral();
        accepted.add(taken(first, key));
        Awaitility.await()
                .atMost(SOON)
                .until(() -> instance.getBean(OutboxRelay.class).backlogAge().toSeconds() >= 1);
        Awaitility.await().atMost(SOON).until(() -> backlog() == 1);
        IntStream.range(0, 5).forEach(_ -> accepted.add(taken(aReferral())));

        Awaitility.await().atMost(SOON).until(() -> backlog() == 6);
        assertRefused(aReferral());
        IntStream.range(0, 3).forEach(_ -> accepted.add(taken(aConcern())));
        accepted.add(taken(aReferral().put("immediateDanger", true)));
        Awaitility.await().atMost(SOON).until(() -> backlog() == 10);
        assertRefused(aConcern());
        assertToldWhatToDoNow(aReferral().put("immediateDanger", true));

        restart();
        Awaitility.await().atMost(SOON).until(() -> backlog() == 10);
        assertRefused(aReferral());
        assertRefused(aConcern());
        assertThat(refusals()).isEqualTo(2);

        Answer again = send(first, key).expect(201);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.text("id")).isEqualTo(accepted.getFirst());
        assertThat(send(aReferral(), key).expect(422).text("code")).isEqualTo("idempotency-key-reused");
        assertThat(send(first, aKey()).expect(409).text("code")).isEqualTo("duplicate-source");
        to("/v1/referrals/" + accepted.getFirst() + "/information")
                .post(Map.of("text", "They have moved."))
                .expect(202);

        broker.open();
        Awaitility.await().atMost(SOON).until(() -> backlog() == 0);
        accepted.add(taken(aReferral()));

        EventTopic told = new EventTopic(RealStack.addresses(), PREFIX_OF_ITS_OWN + ".intake.v1");
        Awaitility.await().atMost(SOON).until(() -> toldOf().containsAll(accepted));
        assertThat(told.about(accepted.getFirst(), 2))
                .extracting(event -> EventTopic.metadata(event).getSequence())
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 2).boxed().toList());
        assertThat(toldOf()).containsExactlyInAnyOrderElementsOf(accepted);
    }

    private void start() {
        instance = new SpringApplicationBuilder(IntakeApplication.class, TheSameDay.class)
                .properties(settings)
                .run();
    }

    private void restart() {
        instance.close();
        start();
    }

    private static ObjectNode aConcern() {
        return aReferral().put("lane", "CHILD_PROTECTION_CONCERN");
    }

    private String taken(ObjectNode referral) {
        return taken(referral, aKey());
    }

    /** Sent again as its sender would: what is accepted while the backlog is counted is counted twice until the next count. */
    private String taken(ObjectNode referral, String key) {
        return Awaitility.await()
                .atMost(SOON)
                .until(() -> send(referral, key), answer -> answer.status() == 201)
                .text("id");
    }

    private void assertRefused(ObjectNode referral) {
        Answer refused = send(referral, aKey()).expect(429);
        assertThat(refused.text("code")).isEqualTo("busy");
        assertThat(refused.header("Retry-After")).isEqualTo("30");
    }

    private void assertToldWhatToDoNow(ObjectNode referral) {
        Answer refused = send(referral, aKey()).expect(429);
        assertThat(refused.text("safetyAdvice")).startsWith("Ring 999 now");
    }

    private Answer send(ObjectNode referral, String key) {
        return to("/v1/referrals").with("Idempotency-Key", key).post(referral);
    }

    private Call to(String path) {
        String at = instance.getEnvironment().getRequiredProperty("local.server.port");
        return Call.to("http://127.0.0.1:" + at + path).as(school("school-rosebank"));
    }

    private double backlog() {
        return meters().get("fort.intake.backlog").gauge().value();
    }

    private double refusals() {
        return meters().get("fort.intake.refused").counter().count();
    }

    private MeterRegistry meters() {
        return instance.getBean(MeterRegistry.class);
    }

    /** The referrals that anything was told of. */
    private static Set<String> toldOf() {
        return TopicReader.read(RealStack.addresses().kafka(), topic -> topic.equals(PREFIX_OF_ITS_OWN + ".intake.v1"))
                .stream()
                .map(record -> new String(record.key(), StandardCharsets.UTF_8))
                .collect(Collectors.toSet());
    }
}
