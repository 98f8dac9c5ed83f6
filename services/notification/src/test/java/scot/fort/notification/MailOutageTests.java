package scot.fort.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import scot.fort.local.Ports;
import scot.fort.platform.messaging.contract.ServiceSettings;
import scot.fort.platform.testing.Answer;
import scot.fort.platform.testing.Call;
import scot.fort.platform.testing.Traces;
import tools.jackson.databind.JsonNode;

/** The mail server is away when the service starts; another comes later on its port. */
@ExtendWith(OutputCaptureExtension.class)
class MailOutageTests extends NotificationServiceTest {

    private static final String PREFIX = ServiceSettings.prefix("mail-outage-test");
    private static final int SMTP = Ports.anyFree(new HashSet<>());

    @LocalManagementPort
    private int managementPort;

    @DynamicPropertySource
    static void stack(DynamicPropertyRegistry registry) {
        ServiceSettings.register(registry, PREFIX, ISSUER);
        registry.add("FORT_SMTP_PORT", () -> SMTP);
        registry.add("fort.mail.poll", () -> "100ms");
        registry.add("fort.mail.retry-pauses", () -> "200ms,300ms");
    }

    @Override
    protected String topicPrefix() {
        return PREFIX;
    }

    @Test
    void recordsEveryAttemptGivesUpAndSendsWhenAnOperatorWantsItTriedAgain(CapturedOutput log) {
        tell(script().then(received()));

        JsonNode givenUp = awaitStates("GIVEN_UP").getFirst();
        String retry = "/" + givenUp.get("id").asString() + "/retry";

        assertThat(faults(List.of(givenUp)))
                .containsExactly("SERVER_UNREACHABLE", "SERVER_UNREACHABLE", "SERVER_UNREACHABLE");
        assertThat(as("SCREENING_MANAGER", retry).post().status()).isEqualTo(403);

        GreenMail server = new GreenMail(new ServerSetup(SMTP, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            Answer again = as("OPERATOR", retry).post().expect(200);
            assertThat(again.text("state")).isEqualTo("QUEUED");

            JsonNode sent = awaitStates("SENT").getFirst();

            assertThat(sent.get("attempts")).hasSize(4);
            await().atMost(SOON).until(() -> server.waitForIncomingEmail(0, 1));
            assertThat(server.getReceivedMessages()).hasSize(1);
        } finally {
            server.stop();
        }

        Answer refused = as("OPERATOR", retry).post().expect(409);
        assertThat(refused.text("code")).isEqualTo("illegal-transition");
        assertThat(refused.json().get("allowed")).isEmpty();
        assertThat(typesTold(6))
                .containsExactly(
                        "NotificationQueued",
                        "NotificationFailed",
                        "NotificationFailed",
                        "NotificationGivenUp",
                        "NotificationQueued",
                        "NotificationSent");
        assertThatNobodyIsIn(new Traces().ofLog(log));
    }

    @Test
    void givesUpAtOnceWhereTheServerRefusesForGood() {
        try (RefusingMailServer _ = new RefusingMailServer(SMTP, "550 no such user")) {
            tell(script().then(received()));

            assertThat(faults(awaitStates("GIVEN_UP"))).containsExactly("REFUSED");
        }
    }

    @Test
    void triesAgainWhereTheServerRefusesForNow(CapturedOutput log) {
        try (RefusingMailServer _ = new RefusingMailServer(SMTP, "451 " + referrersAddress + " is busy")) {
            tell(script().then(received()));

            assertThat(faults(awaitStates("GIVEN_UP")))
                    .containsExactly("REFUSED_FOR_NOW", "REFUSED_FOR_NOW", "REFUSED_FOR_NOW");
        }
        assertThatNobodyIsIn(new Traces().ofLog(log));
    }

    @Test
    void isReadyWithoutAMailServer() {
        assertThat(Call.to("http://127.0.0.1:" + managementPort + "/actuator/health/readiness")
                        .get()
                        .status())
                .isEqualTo(200);
    }

    @Test
    void knowsNoMessageThatThereIsNot() {
        assertThat(as("OPERATOR", "/" + UUID.randomUUID() + "/retry").post().status())
                .isEqualTo(404);
        assertThat(as("OPERATOR", "/no-uuid/retry").post().status()).isEqualTo(404);
    }

    private static List<String> faults(List<JsonNode> messages) {
        return messages.getFirst()
                .get("attempts")
                .valueStream()
                .map(attempt -> attempt.get("fault").asString())
                .toList();
    }
}
