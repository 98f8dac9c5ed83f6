package scot.fort.triage.screening.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.model.Filters;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import scot.fort.events.intake.ContentErased;
import scot.fort.platform.messaging.contract.EventBuilders;
import scot.fort.platform.messaging.contract.EventSamples;
import scot.fort.platform.messaging.contract.EventScript;
import scot.fort.platform.sealing.DataKeys;
import scot.fort.platform.testing.Answer;
import scot.fort.platform.testing.RealStack;
import scot.fort.platform.testing.Traces;
import tools.jackson.databind.JsonNode;

/** What is personal stays sealed, and is shown to those who may see it. */
class ScreeningSecrecyTests extends TriageServiceTest {

    private static final String PLANTED = "Quetzalcoatl lives at number nine";

    @Autowired
    private MongoClient client;

    @Autowired
    private DataKeys dataKeys;

    @Test
    void showsNothingOfAReferralThatOnlyAllocationHasToldOf() {
        String id = newReferral();
        tell(EventScript.about(id).then(EventBuilders.allocationOpened()));
        await().atMost(Duration.ofSeconds(30)).until(() -> screenings().countDocuments(Filters.eq("_id", id)) == 1);

        assertThat(manager(screening(id)).get().status()).isEqualTo(404);
        assertThat(manager(screening(id) + "/claim").post().status()).isEqualTo(404);
        assertThat(manager("/v1/queue").get().json().get("items")).isEmpty();
    }

    @Test
    void answersNobodyWhoHasNoPartInIt() {
        String id = receive();

        assertThat(call("rosie", screening(id), "REFERRER").get().status()).isEqualTo(403);
        assertThat(call("carl", "/v1/queue", "COORDINATOR").get().status()).isEqualTo(403);
        assertThat(screener("kim", screening(id) + "/reopen")
                        .ifMatch("*")
                        .post(Map.of("reason", "OTHER"))
                        .status())
                .isEqualTo(403);
        assertThat(screener("kim", screening(newReferral())).get().status()).isEqualTo(404);
        assertThat(screener("kim", screening("no-uuid")).get().status()).isEqualTo(404);
        assertThat(screener("kim", screening(newReferral()) + "/claim").post().status())
                .isEqualTo(404);
    }

    @Test
    void keepsNoTextInClear() {
        String id = receive();
        String etag = claim(id).etag();
        Answer rated = screener("kim", screening(id) + "/rating")
                .ifMatch(etag)
                .post(Map.of("priority", "AMBER", "rationale", PLANTED))
                .expect(200);
        post(id, "checks", Map.of("agency", "HEALTH", "finding", "OPEN_CASE", "text", PLANTED))
                .expect(200);
        Answer partly = decide(
                        id,
                        see(id).etag(),
                        Map.of("decision", "RETURN_TO_REFERRER", "rationale", PLANTED, "messageToReferrer", PLANTED))
                .expect(200);
        String other = receive();
        claim(other);
        Answer asked =
                post(other, "information-requests", Map.of("question", PLANTED)).expect(200);

        assertThat(awaitEvents(id, 5).toString() + awaitEvents(other, 3)).contains("OPEN_CASE");
        Traces traces = new Traces()
                .ofDatabase(client.getDatabase(PREFIX + "_triage"))
                .ofDatabase(client.getDatabase(PREFIX + "_keys"))
                .ofTopics(RealStack.addresses().kafka(), topic -> topic.equals(PREFIX + ".triage.v1"));

        assertThat(traces.placesOf("FORT-7K2M-9QXA")).isNotEmpty();
        assertThat(traces.placesOf(id)).anyMatch(place -> place.startsWith("topic"));
        assertThat(traces.placesOf("Quetzalcoatl")).isEmpty();
        assertThat(traces.placesOf(NARRATIVE)).isEmpty();
        assertThat(rated.body() + partly.body() + asked.body()).doesNotContain("Quetzalcoatl");
    }

    @Test
    void writesDownWhoReadARecordBeforeItIsShown() {
        String id = receive();
        see(id);
        claim(id);

        List<Document> accesses = database()
                .getCollection("accesses")
                .find(Filters.eq("state.referralId", id))
                .into(new ArrayList<>());

        assertThat(accesses).hasSize(2).allSatisfy(access -> assertThat(access.get("state", Document.class))
                .containsEntry("operation", "screening")
                .containsEntry("purpose", "CASE_WORK"));
    }

    @Test
    void saysErasedAndTakesNoMoreTextOnceTheKeyIsDestroyed() {
        String id = newReferral();
        var received = aReferral(id);
        dataKeys.destroy(received.getContent().getKeyId());
        EventScript script = receive(id, received);
        tell(script.then(ContentErased.newBuilder(EventSamples.some(ContentErased.class))));

        Answer seen = await().atMost(Duration.ofSeconds(30))
                .until(() -> claim(id), answer -> !allowed(answer).contains("rating"));

        assertThat(seen.json().get("erased").booleanValue()).isTrue();
        assertThat(seen.json().has("content")).isFalse();
        assertThat(allowed(seen)).containsExactlyInAnyOrder("claim", "release", "renew", "decision");
        assertThat(rate(id, seen.etag(), "RED").text("code")).isEqualTo("illegal-transition");
    }

    private static List<String> allowed(Answer answer) {
        return answer.json()
                .get("allowedActions")
                .valueStream()
                .map(JsonNode::stringValue)
                .toList();
    }
}
