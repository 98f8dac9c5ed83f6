package scot.fort.intake.referral.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import scot.fort.events.content.ReferralContent;
import scot.fort.events.intake.ReferralReceived;
import scot.fort.platform.testing.RealStack;
import scot.fort.platform.testing.Traces;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** What is personal is in no document, on no topic, in no log line and in no refusal in clear. */
@ExtendWith(OutputCaptureExtension.class)
class SecrecyTests extends IntakeServiceTest {

    private static final String PLANTED = "Zyxplanted";

    /** Of a boy born on 1 March 2015. */
    private static final String CHI = "0103159991";

    /** What may stand in clear, or has a form that cannot hold a name. */
    private static final List<String> NOT_PERSONAL = List.of(
            "lane",
            "source",
            "role",
            "ref",
            "sex",
            "relationship",
            "code",
            "subject",
            "about",
            "wellbeing",
            "supportRequested",
            "article6",
            "article9",
            "by",
            "at",
            "occurredAt",
            "ward");

    @Autowired
    MongoClient mongo;

    @Test
    void leavesNothingPersonalInClear(CapturedOutput log) {

        ObjectNode referral = (ObjectNode) planted(aReferral());
        referral.withObject("extensions").put("note", PLANTED);
        String id = accepted(referral);
        command(
                        id,
                        "information",
                        Map.of(
                                "text", PLANTED,
                                "answers", List.of(Map.of("question", PLANTED, "text", PLANTED)),
                                "corrections",
                                        List.of(Map.of(
                                                "ref", "c1",
                                                "dateOfBirth", "1999-12-31",
                                                "scn", "777777777",
                                                "address", Map.of("lines", List.of(PLANTED), "postcode", "ZE3 9ZZ")))))
                .expect(202);
        command(id, "consent", Map.of("given", true, "by", "a1", "at", "2026-11-20T10:05:00Z", "text", PLANTED))
                .expect(202);
        command(id, "withdraw", Map.of("reason", "OTHER", "text", PLANTED)).expect(200);
        List<String> refusals = List.of(
                submit(referral.put(PLANTED, PLANTED).put("narrative", 7), aKey())
                        .expect(422)
                        .body(),
                submit("{\"narrative\": \"" + PLANTED, aKey()).expect(400).body(),
                submit(aReferral().put("lane", PLANTED), aKey()).expect(422).body());

        TOLD.about(id, 5);
        Traces traces = new Traces()
                .ofDatabase(mongo.getDatabase(PREFIX + "_intake"))
                .ofDatabase(mongo.getDatabase(PREFIX + "_keys"))
                .ofTopics(RealStack.addresses().kafka(), topic -> topic.equals(PREFIX + ".intake.v1"))
                .ofLog(log);
        assertThat(traces.placesOf(id))
                .anyMatch(place -> place.startsWith("collection"))
                .anyMatch(place -> place.startsWith("topic"));
        assertThat(opened(id).toString()).contains(PLANTED, CHI, "2015-03-01", "ZE2 9ZZ", "planted@zyx.example");
        for (String secret : List.of(
                PLANTED,
                CHI,
                "2015-03-01",
                "1999-12-31",
                "777777777",
                "888888888",
                "ZE2 9ZZ",
                "ZE3 9ZZ",
                "07700 900999",
                "planted@")) {
            assertThat(traces.placesOf(secret)).as(secret).isEmpty();
        }
        assertThat(refusals.get(1)).doesNotContain(PLANTED);
        assertThat(refusals.get(2)).doesNotContain(PLANTED);
    }

    private ReferralContent opened(String id) {
        ReferralReceived received = (ReferralReceived) TOLD.about(id, 1).getFirst();
        return opener.open(received.getContent(), id, ReferralContent.class)
                .content()
                .orElseThrow();
    }

    /** The referral with something of its own in every text that is not a code. */
    private static JsonNode planted(ObjectNode referral) {
        plant(referral);
        ObjectNode child = (ObjectNode) referral.at("/children/0");
        child.put("dateOfBirth", "2015-03-01")
                .put("chi", CHI)
                .put("scn", "888888888")
                .put("sex", "MALE");
        child.withObject("address").put("postcode", "ZE2 9ZZ");
        child.put("communicationNeeds", PLANTED);
        ((ObjectNode) referral.at("/adults/0")).put("phone", "07700 900999");
        referral.withObject("referrer").put("email", "planted@zyx.example").put("phone", "07700 900999");
        return referral;
    }

    private static void plant(ObjectNode object) {
        object.properties().forEach(member -> {
            if (NOT_PERSONAL.contains(member.getKey())) {
                return;
            }
            switch (member.getValue()) {
                case ObjectNode inner -> plant(inner);
                case ArrayNode list -> plant(list);
                case StringNode ignored -> member.setValue(StringNode.valueOf(PLANTED));
                default -> {}
            }
        });
    }

    private static void plant(ArrayNode list) {
        for (int index = 0; index < list.size(); index++) {
            switch (list.get(index)) {
                case ObjectNode inner -> plant(inner);
                case StringNode ignored -> list.set(index, StringNode.valueOf(PLANTED));
                default -> {}
            }
        }
    }
}
