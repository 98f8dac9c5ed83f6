package scot.fort.triage.screening.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import scot.fort.events.common.ReleaseCause;
import scot.fort.events.triage.ScreeningAssigned;
import scot.fort.events.triage.ScreeningReleased;
import scot.fort.platform.testing.Answer;
import tools.jackson.databind.JsonNode;

/** What a manager sees of the screeners' work, and does with it. */
class ScreenersServiceTests extends TriageServiceTest {

    @Test
    void givesACaseToAScreenerAndTellsIt() {
        String id = receive();

        Answer assigned = manager(screening(id) + "/assign")
                .post(Map.of("screener", "lee"))
                .expect(200);

        assertThat(assigned.text("claimedBy")).isEqualTo("lee");
        assertThat(assigned.text("status")).isEqualTo("IN_SCREENING");
        assertThat(awaitEvents(id, 2).getLast()).isInstanceOfSatisfying(ScreeningAssigned.class, told -> {
            assertThat(told.getScreener()).isEqualTo("lee");
            assertThat(told.getRound()).isEqualTo(1);
            assertThat(told.getMetadata().getActor()).isEqualTo("mash-manager");
        });
        assertThat(screener("lee", screening(id) + "/renew").post("{}").status())
                .isEqualTo(200);
    }

    @Test
    void letsOnlyAManagerDoSoAndSaysWhatIsWrong() {
        String id = receive();

        for (String path : List.of(screening(id) + "/assign", "/v1/screeners/kim/hand-over")) {
            assertThat(screener("kim", path).post(Map.of("screener", "lee")).status())
                    .isEqualTo(403);
        }
        assertThat(screener("kim", "/v1/screeners").get().status()).isEqualTo(403);
        assertThat(faults(manager(screening(id) + "/assign").post("{}"))).containsExactly("/screener required");
        assertThat(faults(manager(screening(id) + "/assign").post(Map.of("screener", "two words", "why", "x"))))
                .containsExactlyInAnyOrder("/screener bad-format", "/why unknown-field");
        assertThat(faults(manager("/v1/screeners/kim/hand-over").post(Map.of("to", "kim"))))
                .containsExactly("/to disagrees");
    }

    @Test
    void handsOverAllThatAnAbsentScreenerHoldsAndMayBeAskedAgain() {
        String green = claimedByKim();
        String red = newReferral();
        receive(red, aConcern(red).setImmediateDanger(true));
        claim(red);
        String others = receive();
        screener("lee", screening(others) + "/claim").post().expect(200);

        Answer handedOver =
                manager("/v1/screeners/kim/hand-over").post(Map.of("to", "lee")).expect(200);

        assertThat(handedOver.json().get("items").findValuesAsString("referralId"))
                .as("the most urgent first")
                .containsExactly(red, green);
        assertThat(handedOver.json().get("items").findValuesAsString("result")).containsOnly("HANDED_OVER");
        assertThat(handedOver.json().get("more").asBoolean()).isFalse();
        assertThat(see(green).text("claimedBy")).isEqualTo("lee");
        assertThat(see(others).text("claimedBy")).isEqualTo("lee");
        List<SpecificRecord> told = awaitEvents(green, 4);
        assertThat(told.get(2)).isInstanceOfSatisfying(ScreeningReleased.class, released -> {
            assertThat(released.getScreener()).isEqualTo("kim");
            assertThat(released.getCause()).isEqualTo(ReleaseCause.HANDED_OVER);
        });
        assertThat(told.get(3)).isInstanceOf(ScreeningAssigned.class);

        Answer again =
                manager("/v1/screeners/kim/hand-over").post(Map.of("to", "lee")).expect(200);
        assertThat(again.json().get("items")).isEmpty();
        assertThat(see(green).etag()).isEqualTo(see(green).etag());
    }

    @Test
    void givesWhatIsHeldBackToTheQueueWhenNobodyIsNamed() {
        String id = claimedByKim();

        Answer handedOver = manager("/v1/screeners/kim/hand-over").post().expect(200);

        assertThat(handedOver.json().get("items").findValuesAsString("result")).containsExactly("RETURNED_TO_QUEUE");
        assertThat(see(id).json().has("claimedBy")).isFalse();
        assertThat(screener("lee", "/v1/queue/claim-next").post().text("referralId"))
                .isEqualTo(id);
    }

    @Test
    void givesARestrictedCaseToNobodyWhoMayNotSeeIt() {
        String id = newReferral();
        receive(id, aReferral(id).setRestricted(true));
        manager(screening(id) + "/grants/kim").put("{}").expect(200);
        claim(id);

        Answer refused = manager(screening(id) + "/assign").post(Map.of("screener", "lee"));
        assertThat(refused.text("code")).isEqualTo("illegal-transition");
        assertThat(refused.json().get("allowedActions").toString()).contains("grants");
        Answer stays =
                manager("/v1/screeners/kim/hand-over").post(Map.of("to", "lee")).expect(200);
        assertThat(stays.json().get("items").findValuesAsString("result")).containsExactly("NOT_GRANTED");
        assertThat(see(id).text("claimedBy")).isEqualTo("kim");

        manager(screening(id) + "/grants/lee").put("{}").expect(200);
        assertThat(manager("/v1/screeners/kim/hand-over")
                        .post(Map.of("to", "lee"))
                        .expect(200)
                        .json()
                        .get("items")
                        .findValuesAsString("result"))
                .containsExactly("HANDED_OVER");
    }

    @Test
    void countsWhatEachHasInHand() {
        claimedByKim();
        String red = newReferral();
        receive(red, aConcern(red).setImmediateDanger(true));
        claim(red);
        String lees = receive();
        screener("lee", screening(lees) + "/claim").post().expect(200);
        receive();

        JsonNode workloads = manager("/v1/screeners").get().expect(200).json().get("items");

        assertThat(workloads.findValuesAsString("screener")).containsExactly("kim", "lee");
        JsonNode kim = workloads.get(0);
        assertThat(kim.get("claims").asInt()).isEqualTo(2);
        assertThat(kim.at("/byPriority/RED").asInt()).isEqualTo(1);
        assertThat(kim.at("/byPriority/GREEN").asInt()).isEqualTo(1);
        assertThat(kim.at("/byPriority/AMBER").asInt()).isZero();
        assertThat(kim.get("oldestDueAt").asString()).isEqualTo(see(red).text("dueAt"));
        assertThat(kim.get("atRisk").asInt()).isZero();
        assertThat(kim.get("breached").asInt()).isZero();
    }

    @Test
    void countsWhatIsAtRiskAndOverAndForgetsClaimsThatHaveExpired() {
        String red = newReferral();
        receive(red, aConcern(red).setImmediateDanger(true).setReceivedAt(now().minus(Duration.ofMinutes(181))));
        claim(red);

        JsonNode atRisk = manager("/v1/screeners").get().json().at("/items/0");
        clock().forward(Duration.ofMinutes(61));
        claim(red);
        JsonNode breached = manager("/v1/screeners").get().json().at("/items/0");
        clock().forward(Duration.ofMinutes(31));
        JsonNode expired = manager("/v1/screeners").get().json().get("items");

        assertThat(atRisk.get("atRisk").asInt()).isEqualTo(1);
        assertThat(atRisk.get("breached").asInt()).isZero();
        assertThat(breached.get("breached").asInt()).isEqualTo(1);
        assertThat(expired).isEmpty();
    }

    @Test
    void leafsThroughTheScreeners() {
        for (String name : List.of("ann", "bea", "cat")) {
            screener(name, screening(receive()) + "/claim").post().expect(200);
        }

        Answer first = manager("/v1/screeners?limit=2").get().expect(200);
        Answer rest = manager("/v1/screeners?limit=2&cursor=" + first.text("nextCursor"))
                .get()
                .expect(200);

        assertThat(first.json().get("items").findValuesAsString("screener")).containsExactly("ann", "bea");
        assertThat(rest.json().get("items").findValuesAsString("screener")).containsExactly("cat");
        assertThat(rest.json().has("nextCursor")).isFalse();
    }

    private String claimedByKim() {
        String id = receive();
        claim(id);
        return id;
    }
}
