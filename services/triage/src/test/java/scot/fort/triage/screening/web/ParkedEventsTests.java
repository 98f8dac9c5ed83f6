package scot.fort.triage.screening.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.model.Filters;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalManagementPort;
import scot.fort.events.intake.ContentErased;
import scot.fort.platform.messaging.contract.EventBuilders;
import scot.fort.platform.messaging.contract.EventSamples;
import scot.fort.platform.messaging.contract.EventScript;
import scot.fort.platform.messaging.contract.ScriptedEvent;
import scot.fort.platform.service.Repeating;
import scot.fort.platform.testing.Answer;
import scot.fort.platform.testing.Call;
import scot.fort.platform.testing.DatabaseCommands;
import scot.fort.platform.testing.Pages;
import scot.fort.triage.screening.mongo.ScreeningStore;
import tools.jackson.databind.JsonNode;

/** What an operator sees of events that wait, and does about them. */
class ParkedEventsTests extends TriageServiceTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Map<String, String> UNREADABLE = Map.of("reason", "UNREADABLE");
    private static final Map<String, String> NEVER_CAME = Map.of("reason", "NEVER_CAME");

    private final String id = newReferral();

    @LocalManagementPort
    private int managementPort;

    @Autowired
    private DatabaseCommands commands;

    @Autowired
    private MeterRegistry meters;

    @Autowired
    @Qualifier("countingOfParkedEvents") private Repeating counting;

    @Test
    void letsOneReferralWaitBehindAPoisonousEventAndNoOther() {
        List<ScriptedEvent> events = story();
        tell(events.get(0));
        tellPoisonously(events.get(1));
        tell(events.get(2));

        List<JsonNode> rows = awaitParked(2);
        String other = receive();
        awaitStatus(other, "RECEIVED");

        assertThat(rows.getFirst().toString())
                .contains("\"referralId\":\"" + id + "\"", "\"source\":\"intake\"", "\"sequence\":2", "\"unreadable\"")
                .doesNotContain("waitsFor", "payload");
        assertThat(rows.getLast().get("reason").asString()).isEqualTo("gap");
        assertThat(rows.getLast().get("waitsFor").asInt()).isEqualTo(2);
        assertThat(see(id).text("status")).isEqualTo("RECEIVED");
    }

    @Test
    void keepsWhatStillCannotBeReadAndSaysSo() {
        List<JsonNode> rows = poisoned();
        String poisonous = idOf(rows.getFirst());

        Answer retried = operator("/" + poisonous + "/retry").post().expect(200);
        Answer outOfTurn =
                operator("/" + idOf(rows.getLast()) + "/retry").post().expect(409);
        Answer discarded = discard(rows.getLast(), UNREADABLE).expect(409);

        assertThat(retried.body()).isEqualTo("{\"applied\":false,\"reason\":\"unreadable\",\"released\":0,\"left\":2}");
        assertThat(outOfTurn.text("detail")).isEqualTo("It waits for event 2 of intake, which comes first.");
        assertThat(outOfTurn.json().get("allowed")).isEmpty();
        assertThat(discarded.text("detail")).isEqualTo(outOfTurn.text("detail"));
        assertThat(discard(rows.getFirst(), NEVER_CAME).expect(409).text("detail"))
                .startsWith("Nothing is missing before it");
        assertThat(awaitParked(2)).isEqualTo(rows);
    }

    @Test
    void goesOnWithoutNoErasure() {
        List<ScriptedEvent> events = EventScript.about(id)
                .then(aReferral(id))
                .then(ContentErased.newBuilder(EventSamples.some(ContentErased.class)))
                .events();
        tell(events.get(0));
        tellPoisonously(events.get(1));

        Answer refused = discard(awaitParked(1).getFirst(), UNREADABLE).expect(409);

        assertThat(refused.text("detail")).contains("erasure");
        assertThat(refused.json().get("allowed").toString()).isEqualTo("[\"retry\"]");
        awaitParked(1);
    }

    @Test
    void goesOnWithoutWhatIsDiscardedInOneReadAndOneWrite() {
        List<JsonNode> rows = poisoned();
        Answer[] answer = new Answer[1];

        assertThat(costOf(() -> operator("/" + idOf(rows.getFirst()) + "/retry").post()))
                .containsExactly("find screenings");
        assertThat(costOf(() -> answer[0] = discard(rows.getFirst(), UNREADABLE).expect(200)))
                .containsExactly("find screenings", "update screenings");

        JsonNode without = answer[0].json();
        assertThat(without.get("from").asInt()).isEqualTo(2);
        assertThat(without.get("to").asInt()).isEqualTo(2);
        assertThat(without.get("eventId")).isEqualTo(rows.getFirst().get("eventId"));
        assertThat(without.get("released").asInt()).isEqualTo(1);
        assertThat(without.get("left").asInt()).isZero();
        assertThat(see(id).text("status")).isEqualTo("WITHDRAWN");
        assertThat(parked()).isEmpty();
        discard(rows.getFirst(), UNREADABLE).expect(404);
        assertThat(recorded().toString()).contains("\"olga\"", "\"UNREADABLE\"", "\"unreadable\"");
    }

    @Test
    void givesUpWhatNeverCameAndAppliesWhatWaitedForIt() {
        List<ScriptedEvent> events = story();
        tell(events.get(0));
        tell(events.get(2));
        JsonNode row = awaitParked(1).getFirst();

        Answer refused = discard(row, Map.of("reason", "OTHER")).expect(409);
        Answer without = discard(row, NEVER_CAME).expect(200);

        assertThat(refused.text("detail")).contains("event 2 of intake, which has not come", "NEVER_CAME");
        assertThat(refused.json().get("allowed").toString()).isEqualTo("[\"discard\"]");
        assertThat(without.json().get("from").asInt()).isEqualTo(2);
        assertThat(without.json().get("to").asInt()).isEqualTo(2);
        assertThat(without.json().has("eventId")).isFalse();
        assertThat(see(id).text("status")).isEqualTo("WITHDRAWN");
        assertThat(parked()).isEmpty();
    }

    @Test
    void leafsThroughWhatWaits() {
        List<JsonNode> rows = poisoned();

        List<JsonNode> leafed = await().atMost(SOON)
                .until(
                        () -> Pages.rows("/v1/parked?limit=1&source=intake&referralId=" + id, this::list),
                        all -> all.size() == 4);
        assertThat(ofScreenings(leafed)).isEqualTo(rows);
        assertThat(list("/v1/parked?source=allocation&referralId=" + id).json().get("items"))
                .isEmpty();
        list("/v1/parked?referralId=1").expect(422);
        list("/v1/parked?cursor=bm9uZQ").expect(422);
    }

    @Test
    void tellsMetricsAndHealthHowMuchWaits() {
        poisoned();

        counting.wake();

        await().atMost(SOON)
                .until(() -> meters.get("fort.events.parked").gauge().value() >= 2);
        JsonNode health = Call.to("http://127.0.0.1:" + managementPort + "/actuator/health/events")
                .get()
                .expect(200)
                .json();
        assertThat(health.at("/components/parked/details/events").asInt()).isGreaterThanOrEqualTo(2);
        assertThat(health.at("/components/parked/details/oldest").asString()).endsWith("Z");
    }

    @Test
    void isForOperatorsAlone() {
        call("kim", "/v1/parked", "SCREENER").get().expect(403);
        call("mo", "/v1/parked/" + UUID.randomUUID() + "/retry", "SCREENING_MANAGER")
                .post()
                .expect(403);
        operator("/" + UUID.randomUUID() + "/retry").post().expect(404);
        operator("/no-uuid/discard").post(UNREADABLE).expect(404);
        operator("/" + UUID.randomUUID() + "/discard")
                .post(Map.of("reason", "BORING"))
                .expect(422);
    }

    private List<ScriptedEvent> story() {
        return EventScript.about(id)
                .then(aReferral(id))
                .then(EventBuilders.informationAdded(1))
                .then(EventBuilders.withdrawn("FAMILY_MOVED"))
                .events();
    }

    private List<JsonNode> poisoned() {
        List<ScriptedEvent> events = story();
        tell(events.get(0));
        tellPoisonously(events.get(1));
        tell(events.get(2));
        return awaitParked(2);
    }

    private List<JsonNode> awaitParked(int count) {
        return await().atMost(SOON).until(this::parked, rows -> rows.size() == count);
    }

    /** Without those that wait in other collections of the service, too. */
    private List<JsonNode> parked() {
        return ofScreenings(list("/v1/parked?referralId=" + id)
                .expect(200)
                .json()
                .get("items")
                .valueStream()
                .toList());
    }

    private static List<JsonNode> ofScreenings(List<JsonNode> rows) {
        return rows.stream()
                .filter(row -> row.get("waitsIn").asString().equals(ScreeningStore.COLLECTION))
                .toList();
    }

    private BsonDocument recorded() {
        return Objects.requireNonNull(screenings().find(Filters.eq("_id", id)).first())
                .getArray("discarded")
                .getFirst()
                .asDocument();
    }

    private List<String> costOf(Runnable command) {
        return commands.during(command).stream()
                .filter(sent -> sent.endsWith(" screenings"))
                .toList();
    }

    private Answer discard(JsonNode row, Map<String, String> body) {
        return operator("/" + idOf(row) + "/discard").post(body);
    }

    private Answer list(String path) {
        return call("olga", path, "OPERATOR").get();
    }

    private Call operator(String path) {
        return call("olga", "/v1/parked" + path, "OPERATOR");
    }

    private static String idOf(JsonNode row) {
        return row.get("id").asString();
    }
}
