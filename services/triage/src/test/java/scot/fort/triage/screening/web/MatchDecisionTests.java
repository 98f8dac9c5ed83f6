package scot.fort.triage.screening.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import scot.fort.events.child.ChildMatchConfirmed;
import scot.fort.events.child.ChildMatchRejected;
import scot.fort.events.child.ChildMatchUndone;
import scot.fort.events.common.MatchKind;
import scot.fort.platform.messaging.contract.EventScript;
import scot.fort.platform.messaging.contract.EventTopic;
import scot.fort.platform.testing.Answer;
import scot.fort.platform.testing.AtOnce;
import tools.jackson.databind.JsonNode;

/** What screeners say of matches, and what comes of it. */
class MatchDecisionTests extends MatchingServiceTest {

    private static final int SCREENERS = 16;

    private final ToldFamily family = ToldFamily.ofOneChild();

    @Test
    void confirmsAndUndoesWithoutLoss() {
        String before = tellOf(family).referralId();
        String now = tellOf(family).referralId();
        awaitMatching();
        JsonNode proposed = onlyMatch(now);
        String matchId = id(proposed);

        Answer confirmed = say("confirm", now, matchId).expect(200);
        Answer again = screener("lee", screening(before) + "/matches/" + matchId + "/confirm")
                .post()
                .expect(200);
        Answer refused = say("reject", now, matchId).expect(409);

        String childId = proposed.at("/other/childId").asString();
        assertThat(confirmed.text("standing")).isEqualTo("CONFIRMED");
        assertThat(confirmed.text("decidedBy")).isEqualTo("kim");
        assertThat(confirmed.json().at("/child/childId").asString()).isEqualTo(childId);
        assertThat(confirmed.json().at("/other/childId").asString()).isEqualTo(childId);
        assertThat(again.text("decidedBy")).isEqualTo("kim");
        assertThat(again.json().at("/child/referralId").asString()).isEqualTo(before);
        assertThat(refused.json().get("allowed").toString()).isEqualTo("[\"PROPOSED\"]");

        say("undo", now, matchId).expect(200);

        assertThat(onlyMatch(now)).isEqualTo(proposed);
        List<SpecificRecord> told = awaitChildEvents(now, 3);
        assertThat(told).hasSize(3);
        ChildMatchConfirmed first = (ChildMatchConfirmed) told.get(1);
        assertThat(first.getChildId()).isEqualTo(childId);
        assertThat(first.getKind()).isEqualTo(MatchKind.SAME_CHILD);
        assertThat(first.getMetadata().getActor()).isEqualTo("kim");
        assertThat(first.getLeft().getReferralId()).isEqualTo(now);
        assertThat(((ChildMatchUndone) told.get(2)).getChildId()).isEqualTo(childId);
        assertThat(told)
                .extracting(event -> EventTopic.metadata(event).getSequence())
                .containsExactly(1L, 2L, 3L);
    }

    @Test
    void rejectsAndTakesThatBack() {
        tellOf(family);
        String now = tellOf(family).referralId();
        awaitMatching();
        JsonNode proposed = onlyMatch(now);

        say("reject", now, id(proposed)).expect(200);
        Answer refused = say("confirm", now, id(proposed)).expect(409);
        say("undo", now, id(proposed)).expect(200);
        say("undo", now, id(proposed)).expect(409);

        assertThat(refused.text("detail")).isEqualTo("The match is REJECTED.");
        assertThat(onlyMatch(now)).isEqualTo(proposed);
        assertThat(awaitChildEvents(now, 3).get(1)).isInstanceOf(ChildMatchRejected.class);
    }

    @Test
    void doesNothingWhileItCannotBeWrittenDownWhoLooked() {
        tellOf(family);
        String now = tellOf(family).referralId();
        awaitMatching();
        JsonNode proposed = onlyMatch(now);

        AccessLogAway.during(
                database(),
                () -> assertThat(say("confirm", now, id(proposed)).status()).isEqualTo(503));

        assertThat(onlyMatch(now)).isEqualTo(proposed);
        say("confirm", now, id(proposed)).expect(200);
    }

    @Test
    void confirmsAnotherKindThanWasProposed() {
        tellOf(family);
        String now = tellOf(family.but(child -> child.setGivenName("Zoltan"))).referralId();
        awaitMatching();
        JsonNode proposed = onlyMatch(now);

        Answer confirmed = screener("kim", screening(now) + "/matches/" + id(proposed) + "/confirm")
                .post(Map.of("kind", "SAME_CHILD"))
                .expect(200);

        assertThat(proposed.get("kind").asString()).isEqualTo("SIBLING");
        assertThat(proposed.get("reasons").toString()).contains("TWIN_LIKELY");
        assertThat(confirmed.text("kind")).isEqualTo("SAME_CHILD");
        assertThat(confirmed.json().at("/child/childId").asString())
                .isEqualTo(confirmed.json().at("/other/childId").asString());
        screener("kim", screening(now) + "/matches/" + id(proposed) + "/confirm")
                .post(Map.of("kind", "COUSIN"))
                .expect(422);
    }

    @Test
    void comesToOneTruthWhenManyConfirmRejectAndUndoAtOnce() throws Exception {
        tellOf(family);
        String now = tellOf(family).referralId();
        awaitMatching();
        String matchId = id(onlyMatch(now));
        List<String> words = List.of("confirm", "undo", "reject", "undo");

        List<Answer> answers =
                AtOnce.all(SCREENERS, screener -> () -> say(words.get(screener % words.size()), now, matchId));

        assertThat(answers).allMatch(answer -> answer.status() == 200 || answer.status() == 409);
        List<SpecificRecord> told =
                awaitChildEvents(now, kept(now).getNumber("sequence").intValue());
        String standing = "PROPOSED";
        for (SpecificRecord event : told.subList(1, told.size())) {
            String after =
                    switch (event) {
                        case ChildMatchConfirmed confirmed -> "CONFIRMED";
                        case ChildMatchRejected rejected -> "REJECTED";
                        default -> "PROPOSED";
                    };
            assertThat(standing.equals("PROPOSED")).isNotEqualTo(after.equals("PROPOSED"));
            standing = after;
        }
        assertThat(onlyMatch(now).get("standing").asString()).isEqualTo(standing);
    }

    @Test
    void letsOnlyOneOfTwoTwinsBeTheChildWhoeverIsFaster() throws Exception {
        String before = tellOf(family.withTwin()).referralId();
        String now = tellOf(family).referralId();
        awaitMatching();
        List<JsonNode> matches = matches(now);
        assertThat(matches).hasSize(2);

        List<Answer> answers = AtOnce.all(
                2,
                twin -> () -> screener("kim-" + twin, screening(now) + "/matches/" + id(matches.get(twin)) + "/confirm")
                        .post(Map.of("kind", "SAME_CHILD")));

        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 409);
        assertThat(matches(now))
                .filteredOn(match -> match.get("standing").asString().equals("CONFIRMED"))
                .hasSize(1);
        assertThat(matches(before)).hasSize(2);
    }

    @Test
    void comesToOneTruthWhenOnlyTogetherTwoConfirmedAtOnceWouldMakeTwinsOne() throws Exception {
        String twins = tellOf(family.withTwin()).referralId();
        String second = tellOf(family).referralId();
        String third = tellOf(family).referralId();
        awaitMatching();
        say("confirm", third, matchWith(second, "c1", third)).expect(200);
        String one = matchWith(twins, "c1", second);
        String other = matchWith(twins, "c2", third);

        List<Answer> answers = AtOnce.all(List.of(() -> confirmAsSame(second, one), () -> confirmAsSame(third, other)));

        assertThat(answers).extracting(Answer::status).isSubsetOf(200, 409).contains(200);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> standing(second, one).equals("CONFIRMED")
                        != standing(third, other).equals("CONFIRMED"));
        awaitMatching();
        assertThat(standing(second, one).equals("CONFIRMED"))
                .isNotEqualTo(standing(third, other).equals("CONFIRMED"));
    }

    private Answer confirmAsSame(String id, String matchId) {
        return screener("kim", screening(id) + "/matches/" + matchId + "/confirm")
                .post(Map.of("kind", "SAME_CHILD"));
    }

    private String standing(String id, String matchId) {
        return matches(id).stream()
                .filter(match -> id(match).equals(matchId))
                .map(match -> match.get("standing").asString())
                .findFirst()
                .orElseThrow();
    }

    private String matchWith(String other, String ref, String id) {
        return matches(id).stream()
                .filter(match -> match.at("/other/referralId").asString().equals(other)
                        && match.at("/other/childRef").asString().equals(ref))
                .map(MatchDecisionTests::id)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void undoesWhatWasConfirmedOfAReferralThatIsErased() {
        EventScript before = tellOf(family);
        String now = tellOf(family).referralId();
        awaitMatching();
        JsonNode proposed = onlyMatch(now);
        say("confirm", now, id(proposed)).expect(200);

        erase(before);

        assertThat(matches(now)).isEmpty();
        List<SpecificRecord> told = new ArrayList<>(awaitChildEvents(now, 3));
        assertThat(told.getLast()).isInstanceOf(ChildMatchUndone.class);
        assertThat(EventTopic.metadata(told.getLast()).getActor()).isEqualTo("triage");
        say("confirm", now, id(proposed)).expect(404);
    }

    private static String id(JsonNode match) {
        return match.get("id").asString();
    }
}
