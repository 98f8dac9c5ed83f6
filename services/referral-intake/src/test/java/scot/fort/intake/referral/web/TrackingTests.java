package scot.fort.intake.referral.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import scot.fort.events.common.Priority;
import scot.fort.events.common.ScreeningDecision;
import scot.fort.events.intake.ReferralReceived;
import scot.fort.platform.messaging.contract.EventBuilders;
import scot.fort.platform.messaging.contract.EventScript;
import scot.fort.platform.testing.Answer;
import scot.fort.platform.testing.Call;
import scot.fort.platform.testing.RealStack;
import scot.fort.platform.testing.TopicReader;
import tools.jackson.databind.JsonNode;

class TrackingTests extends IntakeServiceTest {

    private static final Map<String, Object> COMMANDS = Map.of(
            "information", Map.of("text", "x"),
            "consent", Map.of("given", true, "by", "a1", "at", "2026-11-20T10:05:00Z"),
            "withdraw", Map.of("reason", "OTHER"));

    @Autowired
    MongoClient mongo;

    @Test
    void saysWhereAReferralStands() {
        String id = accepted(aReferral());

        Answer tracking = tracking(id).expect(200);

        assertThat(tracking.etag()).isEqualTo("\"1\"");
        assertThat(tracking.text("id")).isEqualTo(id);
        assertThat(tracking.text("reference")).startsWith("FORT-");
        assertThat(tracking.text("status")).isEqualTo("RECEIVED");
        assertThat(tracking.text("lane")).isEqualTo("FAMILY_SUPPORT");
        assertThat(tracking.json().at("/source/system").stringValue()).isEqualTo("seemis");
        assertThat(codes(tracking)).containsExactly("RECEIVED");
        assertThat(actions(tracking)).containsExactly("information", "consent", "withdraw");
        assertThat(tracking.text("asOf")).matches(".*\\.\\d{3}Z");
        assertThat(tracking.json().propertyNames())
                .doesNotContain("outcome", "messageToReferrer", "informationRequested", "etag");
    }

    /** From the first claim to the end of support, as the hub and the coordinators tell it. */
    @Test
    void followsAReferralToItsEnd() {
        String id = accepted(aReferral());
        Hub hub = hub(id).takesIt().asks(1, "Who lives in the house?");

        Answer asked = untilStatus(id, "INFORMATION_REQUESTED");
        assertThat(asked.json().at("/informationRequested/question").stringValue())
                .isEqualTo("Who lives in the house?");
        assertThat(asked.json().at("/informationRequested/number").intValue()).isEqualTo(1);

        command(id, "information", Map.of("text", "Mum and Isla.")).expect(202);
        hub.decides(ScreeningDecision.ALLOCATE_FAMILY_SUPPORT, "We look for family support.");

        Answer allocating = untilStatus(id, "ALLOCATING");
        assertThat(allocating.text("messageToReferrer")).isEqualTo("We look for family support.");
        assertThat(allocating.text("outcome"))
                .isEqualTo("Family support was agreed, and a service is being looked for.");
        assertThat(allocating.json().propertyNames()).doesNotContain("informationRequested");

        hub.tells(EventBuilders.allocationOpened())
                .tells(EventBuilders.offered("o1"))
                .tells(EventBuilders.accepted("o1"))
                .tells(EventBuilders.started("o1"));
        untilStatus(id, "SUPPORT_ACTIVE");
        hub.tells(EventBuilders.completed("o1"));

        Answer closed = untilStatus(id, "CLOSED");
        assertThat(closed.text("outcome")).isEqualTo("Family support has come to its end.");
        assertThat(actions(closed)).isEmpty();
        assertThat(codes(closed))
                .containsExactlyInAnyOrder(
                        "RECEIVED",
                        "IN_SCREENING",
                        "INFORMATION_REQUESTED",
                        "IN_SCREENING",
                        "ALLOCATING",
                        "SUPPORT_ACTIVE",
                        "CLOSED");
    }

    @Test
    void tellsOfEveryReadOfWhatTheHubWrote() {
        String id = accepted(aReferral());
        tracking(id).expect(200);
        hub(id).takesIt().decides(ScreeningDecision.ADVICE_SIGNPOST, "Please ring the library.");
        int before = reads(id);

        Answer closed = untilStatus(id, "CLOSED");
        assertThat(closed.body()).contains("Please ring the library.").doesNotContain("Not for the referrer.");

        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> reads(id) == before + 1);
    }

    /** As after the database was set back: what is told of referrals that are not here waits, and delays no other. */
    @Test
    void keepsWhatIsToldOfReferralsThatAreNotHere() {
        List<String> lost =
                List.of(UUID.randomUUID().toString(), UUID.randomUUID().toString());
        lost.forEach(id -> SENDER.send(EventScript.about(id).then(EventBuilders.screeningOpened(Priority.GREEN))));
        String id = accepted(aReferral());

        hub(id).takesIt();

        untilStatus(id, "IN_SCREENING");
        MongoCollection<Document> referrals =
                mongo.getDatabase(PREFIX + "_intake").getCollection("referrals");
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() ->
                        referrals.countDocuments(Filters.and(Filters.in("_id", lost), Filters.size("parked", 1))) == 2);
    }

    @Test
    void showsAnOrganisationItsOwnReferralsOnly() {
        String id = accepted(aReferral());
        String craigie = school("school-craigie");

        for (String path : List.of("/v1/referrals/" + id, "/v1/referrals/" + UUID.randomUUID(), "/v1/referrals/x")) {
            assertThat(call(path).as(craigie).get().expect(404).text("code")).isEqualTo("not-found");
        }
        COMMANDS.forEach((command, body) -> call("/v1/referrals/" + id + "/" + command)
                .as(craigie)
                .post(body)
                .expect(404));
        assertThat(call("/v1/referrals?limit=200").as(craigie).get().expect(200).body())
                .doesNotContain(id);
        call("/v1/referrals/" + id).as(manager()).get().expect(403);
        assertThat(tracking(id).expect(200).text("status")).isEqualTo("RECEIVED");
    }

    /** So that nobody learns from the time it takes whether another organisation has sent a referral. */
    @Test
    void looksForWhatIsAnothersAsForWhatDoesNotExist() {
        String id = accepted(aReferral());
        String nobodys = UUID.randomUUID().toString();

        for (String looked : List.of(id, nobodys)) {
            Call call = call("/v1/referrals/" + looked).as(school("school-craigie"));
            assertThat(databaseCommands.foundDuring(() -> call.get().expect(404)))
                    .containsExactly(0);
        }
        COMMANDS.forEach((command, body) -> {
            for (String looked : List.of(id, nobodys)) {
                Call call = call("/v1/referrals/" + looked + "/" + command).as(school("school-craigie"));
                assertThat(databaseCommands.foundDuring(() -> call.post(body).expect(404)))
                        .containsExactly(0);
            }
        });
    }

    private Hub hub(String id) {
        return new Hub(SENDER, sealer, (ReferralReceived) TOLD.about(id, 1).getFirst());
    }

    /** Rows of the list say the status without being logged as reads. */
    private Answer untilStatus(String id, String status) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> call("/v1/referrals?limit=200&status=" + status)
                .as(school("school-rosebank"))
                .get()
                .body()
                .contains(id));
        return tracking(id).expect(200);
    }

    private static int reads(String id) {
        return (int)
                TopicReader.read(RealStack.addresses().kafka(), topic -> topic.equals(PREFIX + ".access.v1")).stream()
                        .filter(read -> new String(read.value(), StandardCharsets.UTF_8).contains(id))
                        .count();
    }

    private static List<String> codes(Answer tracking) {
        return tracking.json()
                .at("/milestones")
                .valueStream()
                .map(milestone -> milestone.get("code").stringValue())
                .toList();
    }

    private static List<String> actions(Answer tracking) {
        return tracking.json()
                .at("/allowedActions")
                .valueStream()
                .map(JsonNode::stringValue)
                .toList();
    }
}
