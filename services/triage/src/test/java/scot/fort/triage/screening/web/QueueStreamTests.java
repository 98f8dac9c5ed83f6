package scot.fort.triage.screening.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import scot.fort.events.common.ChildSummary;
import scot.fort.platform.messaging.contract.EventBuilders;
import scot.fort.platform.messaging.contract.EventScript;
import scot.fort.triage.board.Following;
import tools.jackson.databind.JsonNode;

class QueueStreamTests extends TriageServiceTest {

    private static final String STREAM = "/v1/queue/stream";

    @Autowired
    private Following following;

    /** Those of the test before are gone only once they have been told something in vain. */
    @BeforeEach
    void awaitNobody() {
        await().until(() -> following.followers() == 0);
    }

    @Test
    void showsWhatThereIsAndThenEachChangeAsTheQueueWouldShowIt() throws Exception {
        String there = receive();
        try (WallScreen wall = follow("kim", "").awaitBeginning()) {
            assertThat(wall.events()).containsExactly("reset", "added " + there);

            String fresh = receive();
            JsonNode added = wall.awaitRow(fresh, row -> true);
            assertThat(added).isEqualTo(row("kim", fresh));
            assertThat(added.toString()).doesNotContain(NARRATIVE);

            String etag = claim(fresh).etag();
            JsonNode claimed = wall.awaitRow(fresh, row -> row.has("claimedBy"));
            assertThat(claimed).isEqualTo(row("kim", fresh));
            assertThat(claimed.get("etag").asString()).isEqualTo(etag);

            decide(fresh, etag, Map.of("decision", "NO_FURTHER_ACTION", "rationale", "It is known already."))
                    .expect(200);
            wall.awaitWithout(fresh);
            assertThat(wall.events())
                    .containsExactly(
                            "reset", "added " + there, "added " + fresh, "changed " + fresh, "removed " + fresh);
        }
    }

    @Test
    void tellsOfWhatTheReferrerDoes() throws Exception {
        String referral = newReferral();
        EventScript script = receive(referral, aReferral(referral));
        try (WallScreen wall = follow("kim", "").awaitBeginning()) {
            tell(script.then(EventBuilders.withdrawn("FAMILY_MOVED")));

            wall.awaitWithout(referral);
        }
    }

    @Test
    void tellsOfWhatChangesByTimeAlone() throws Exception {
        String red = newReferral();
        receive(red, aConcern(red).setImmediateDanger(true));
        claim(red);
        try (WallScreen wall =
                WallScreen.at(url(STREAM), tokenUntil(Instant.now().plus(Duration.ofDays(1))))) {
            wall.awaitRow(red, row -> row.has("claimedBy"));
            clock().forward(Duration.ofMinutes(31));
            wall.awaitRow(red, row -> !row.has("claimedBy"));
            clock().forward(Duration.ofMinutes(150));
            wall.awaitRow(red, row -> row.get("atRisk").asBoolean());
            clock().forward(Duration.ofMinutes(60));
            wall.awaitRow(red, row -> row.get("breached").asBoolean());
        }
    }

    @Test
    void showsOnlyWhatItIsAskedFor() throws Exception {
        String lochee = newReferral();
        receive(lochee, aConcern(lochee).setChildren(List.of(new ChildSummary("c1", 9, false, "LOCHEE"))));
        String elsewhere = receive();
        try (WallScreen wall = follow("kim", "?ward=LOCHEE&lane=CHILD_PROTECTION_CONCERN")
                        .awaitBeginning();
                WallScreen mine = follow("kim", "?assignee=kim").awaitBeginning()) {
            assertThat(wall.rows()).containsOnlyKeys(lochee);
            assertThat(mine.rows()).isEmpty();

            claim(elsewhere);
            mine.awaitRow(elsewhere, row -> true);
            screener("kim", screening(elsewhere) + "/release").post().expect(200);
            mine.awaitWithout(elsewhere);
            claim(lochee);
            wall.awaitRow(lochee, row -> row.has("claimedBy"));

            assertThat(wall.rows()).containsOnlyKeys(lochee);
            assertThat(mine.events())
                    .containsExactly("reset", "added " + elsewhere, "removed " + elsewhere, "added " + lochee);
        }
        assertThat(screener("kim", STREAM + "?status=CLOSED").get().status()).isEqualTo(422);
        assertThat(screener("kim", STREAM + "?since=now").get().status()).isEqualTo(422);
        assertThat(call("rosebank", STREAM, "REFERRER").get().status()).isEqualTo(403);
    }

    @Test
    void keepsWhatIsRestrictedFromAllButManagers() throws Exception {
        String restricted = newReferral();
        receive(restricted, aConcern(restricted).setRestricted(true));
        try (WallScreen wall = follow("kim", "").awaitBeginning();
                WallScreen managers = WallScreen.at(url(STREAM), token("mash-manager", "SCREENING_MANAGER"))) {
            managers.awaitRow(restricted, row -> true);
            manager(screening(restricted) + "/claim").post().expect(200);
            managers.awaitRow(restricted, row -> row.has("claimedBy"));
            String etag = see(restricted).etag();
            manager(screening(restricted) + "/decision")
                    .ifMatch(etag)
                    .post(Map.of("decision", "NO_FURTHER_ACTION", "rationale", "It is known already."))
                    .expect(200);
            managers.awaitWithout(restricted);
            wall.awaitHeartbeat();

            assertThat(wall.events()).containsExactly("reset");
        }
    }

    @Test
    void showsWhatIsRestrictedToWhomAManagerLetsForAsLongAsTheyAreLet() throws Exception {
        String restricted = newReferral();
        receive(restricted, aConcern(restricted).setRestricted(true));
        String grant = screening(restricted) + "/grants/kim";
        WallScreen wall = follow("kim", "").awaitBeginning();

        manager(grant).put(Map.of()).expect(200);
        wall.awaitRow(restricted, row -> true);
        manager(grant).delete().expect(200);
        wall.awaitWithout(restricted);
        manager(grant).put(Map.of()).expect(200);
        wall.awaitRow(restricted, row -> true);
        wall.close();
        manager(grant).delete().expect(200);

        try (WallScreen again =
                wall.again(url(STREAM), token("kim", "SCREENER")).awaitBeginning()) {
            assertThat(again.events()).containsExactly("reset");
        }
    }

    @Test
    void goesOnAfterACutWithAllThatWasMissed() throws Exception {
        String stays = receive();
        String leaves = receive();
        String changes = receive();
        WallScreen wall = follow("kim", "").awaitBeginning();
        wall.awaitHeartbeat();
        wall.close();
        decide(leaves, claim(leaves).etag(), Map.of("decision", "NO_FURTHER_ACTION", "rationale", "Known already."))
                .expect(200);
        claim(changes);
        String comes = receive();

        try (WallScreen again =
                wall.again(url(STREAM), token("kim", "SCREENER")).awaitBeginning()) {
            assertThat(again.rows()).containsOnlyKeys(stays, changes, comes);
            assertThat(again.rows().get(changes)).isEqualTo(row("kim", changes));
            assertThat(again.events()).contains("removed " + leaves).doesNotContain("reset");
        }
    }

    @Test
    void beginsAnewForWhomItCannotTellWhatTheyMissed() throws Exception {
        String referral = receive();
        WallScreen wall = follow("kim", "").awaitBeginning();
        wall.close();

        try (WallScreen otherwise = wall.again(url(STREAM + "?assignee=lee"), token("kim", "SCREENER"))
                .awaitBeginning()) {
            assertThat(otherwise.events()).containsExactly("reset");
            assertThat(otherwise.rows()).isEmpty();
        }
        clock().forward(Duration.ofMinutes(61));
        try (WallScreen late = wall.again(url(STREAM), tokenUntil(Instant.now().plus(Duration.ofDays(1))))
                .awaitBeginning()) {
            assertThat(late.events()).containsExactly("reset", "added " + referral);
        }
    }

    @Test
    void endsWithTheToken() throws Exception {
        try (WallScreen wall = follow("kim", "").awaitBeginning()) {
            clock().forward(Duration.ofMinutes(31));

            wall.awaitEnd();
            assertThat(wall.wasCut()).isFalse();
        }
    }

    @Test
    void letsOnePersonFollowOnlySoOften() throws Exception {
        WallScreen[] walls = new WallScreen[10];
        for (int i = 0; i < walls.length; i++) {
            walls[i] = follow("greedy", "").awaitBeginning();
        }

        var refused = screener("greedy", STREAM).get();
        try (WallScreen other = follow("modest", "").awaitBeginning()) {
            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.header("Retry-After")).isNotEmpty();
            assertThat(other.events()).contains("reset");
        }
        for (WallScreen wall : walls) {
            wall.close();
        }
    }

    private WallScreen follow(String name, String query) {
        return WallScreen.at(url(STREAM + query), token(name, "SCREENER"));
    }

    private JsonNode row(String name, String referralId) {
        for (JsonNode row : screener(name, "/v1/queue?limit=200").get().json().get("items")) {
            if (row.get("referralId").asString().equals(referralId)) {
                return row;
            }
        }
        throw new AssertionError("Not in the queue");
    }
}
