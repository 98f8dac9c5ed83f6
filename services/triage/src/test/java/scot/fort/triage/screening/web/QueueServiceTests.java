package scot.fort.triage.screening.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import scot.fort.events.common.ChildSummary;
import scot.fort.events.common.Concern;
import scot.fort.events.common.ConcernCode;
import scot.fort.events.common.ConcernSubject;
import scot.fort.platform.testing.Answer;
import scot.fort.platform.testing.Pages;
import tools.jackson.databind.JsonNode;

class QueueServiceTests extends TriageServiceTest {

    private final String green = newReferral();
    private final String red = newReferral();
    private final String amber = newReferral();
    private final String restricted = newReferral();

    @BeforeEach
    void receiveFour() {
        Instant now = now();
        receive(green, aReferral(green).setReceivedAt(now.minus(Duration.ofDays(1))));
        receive(red, aConcern(red).setImmediateDanger(true));
        receive(
                amber,
                aConcern(amber)
                        .setReceivedAt(now.minus(Duration.ofHours(1)))
                        .setChildren(List.of(new ChildSummary("c1", null, true, "LOCHEE")))
                        .setConcerns(List.of(new Concern(ConcernCode.UNBORN_BABY, ConcernSubject.CHILD, "c1"))));
        receive(restricted, aConcern(restricted).setRestricted(true).setImmediateDanger(true));
    }

    @Test
    void showsTheMostUrgentFirstWithoutAnythingPersonal() {
        Answer queue = screener("kim", "/v1/queue").get().expect(200);

        assertThat(ids(queue)).containsExactly(red, amber, green);
        JsonNode row = queue.json().at("/items/1");
        assertThat(row.get("reference").asString()).isEqualTo("FORT-7K2M-9QXA");
        assertThat(row.get("lane").asString()).isEqualTo("CHILD_PROTECTION_CONCERN");
        assertThat(row.get("priority").asString()).isEqualTo("AMBER");
        assertThat(row.get("status").asString()).isEqualTo("RECEIVED");
        assertThat(row.get("dueAt").asString()).endsWith("Z");
        assertThat(row.get("breached").asBoolean()).isFalse();
        assertThat(row.get("atRisk").asBoolean()).isFalse();
        assertThat(row.has("claimedBy")).isFalse();
        assertThat(row.get("children").toString()).isEqualTo("[{\"ref\":\"c1\",\"unborn\":true,\"ward\":\"LOCHEE\"}]");
        assertThat(row.get("concerns").toString())
                .isEqualTo("[{\"code\":\"UNBORN_BABY\",\"subject\":\"CHILD\",\"about\":\"c1\"}]");
        assertThat(row.get("allowedActions").toString()).isEqualTo("[\"claim\",\"checks\"]");
        assertThat(row.get("etag").asString()).isEqualTo("\"1\"");
        assertThat(queue.json().has("asOf")).isTrue();
        assertThat(queue.body()).doesNotContain(NARRATIVE);
    }

    @Test
    void leafsThroughPageByPage() {
        List<String> seen = Pages.rows(
                        "/v1/queue?limit=1", next -> manager(next).get())
                .stream()
                .map(row -> row.get("referralId").asString())
                .toList();

        assertThat(seen).hasSize(4).startsWith(red).endsWith(amber, green);
    }

    @Test
    void putsWhatHasNoTargetLastAndPagesThroughItToo() {
        String etag = claim(amber).etag();
        screener("kim", screening(amber) + "/rating")
                .ifMatch(etag)
                .post(Map.of("priority", "BLUE", "rationale", "It is known already."))
                .expect(200);

        Answer first = screener("kim", "/v1/queue?limit=2").get().expect(200);
        Answer rest = screener("kim", "/v1/queue?limit=2&cursor=" + first.text("nextCursor"))
                .get()
                .expect(200);

        assertThat(ids(first)).containsExactly(red, green);
        assertThat(ids(rest)).containsExactly(amber);
        assertThat(rest.json().at("/items/0").has("dueAt")).isFalse();
    }

    @Test
    void filtersByWhatItIsAskedFor() {
        claim(amber);

        assertThat(filtered("priority=RED,AMBER")).containsExactly(red, amber);
        assertThat(filtered("lane=FAMILY_SUPPORT")).containsExactly(green);
        assertThat(filtered("ward=LOCHEE")).containsExactly(amber);
        assertThat(filtered("status=IN_SCREENING")).containsExactly(amber);
        assertThat(filtered("assignee=kim")).containsExactly(amber);
        assertThat(filtered("assignee=lee")).isEmpty();
        assertThat(filtered("status=CLOSED,RETURNED")).isEmpty();
        assertThat(screener("kim", "/v1/queue?status=NOWHERE&limit=0").get().status())
                .isEqualTo(422);
        assertThat(screener("kim", "/v1/queue?cursor=bm9uZQ").get().status()).isEqualTo(422);
    }

    @Test
    void showsWhoHasAScreeningForAsLongAsTheLeaseHolds() {
        claim(amber);

        JsonNode held = row(amber);
        clock().forward(Duration.ofMinutes(31));
        JsonNode over = row(amber);

        assertThat(held.get("claimedBy").asString()).isEqualTo("kim");
        assertThat(held.has("claimExpiresAt")).isTrue();
        assertThat(over.has("claimedBy")).isFalse();
        assertThat(filtered("assignee=kim")).isEmpty();
    }

    @Test
    void saysWhatIsAtRiskAndWhatIsBreached() {
        clock().forward(Duration.ofMinutes(181));
        JsonNode atRisk = row(red);
        clock().forward(Duration.ofMinutes(60));
        JsonNode breached = row(red);

        assertThat(atRisk.get("atRisk").asBoolean()).isTrue();
        assertThat(atRisk.get("breached").asBoolean()).isFalse();
        assertThat(breached.get("breached").asBoolean()).isTrue();
    }

    @Test
    void hidesWhatIsRestrictedFromAllButManagers() {
        assertThat(ids(manager("/v1/queue").get().expect(200))).contains(restricted);
        assertThat(ids(screener("kim", "/v1/queue").get().expect(200))).doesNotContain(restricted);
        assertThat(screener("kim", screening(restricted)).get().status()).isEqualTo(404);
        assertThat(screener("kim", screening(restricted) + "/claim").post().status())
                .isEqualTo(404);
        assertThat(manager(screening(restricted)).get().status()).isEqualTo(200);
    }

    @Test
    void handsOutWhatIsMostUrgentUntilNothingIsLeft() {
        assertThat(claimNext(Map.of("lane", "FAMILY_SUPPORT")).text("referralId"))
                .isEqualTo(green);
        Answer next = screener("kim", "/v1/queue/claim-next").post().expect(200);
        assertThat(next.text("referralId")).isEqualTo(red);
        assertThat(next.json().at("/content/narrative").asString()).isEqualTo(NARRATIVE);
        assertThat(next.etag()).isEqualTo("\"2\"");
        assertThat(claimNext(Map.of("priority", "AMBER")).text("claimedBy")).isEqualTo("kim");
        assertThat(claimNext(Map.of()).status()).isEqualTo(204);
        clock().forward(Duration.ofMinutes(31));
        assertThat(claimNext(Map.of()).text("referralId")).isEqualTo(red);
    }

    private Answer claimNext(Map<String, String> wish) {
        return screener("kim", "/v1/queue/claim-next").post(wish);
    }

    private List<String> filtered(String filter) {
        return ids(screener("kim", "/v1/queue?" + filter).get().expect(200));
    }

    private JsonNode row(String referralId) {
        return screener("lee", "/v1/queue")
                .get()
                .expect(200)
                .json()
                .get("items")
                .valueStream()
                .filter(row -> row.get("referralId").asString().equals(referralId))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> ids(Answer page) {
        return page.json().get("items").findValuesAsString("referralId");
    }
}
