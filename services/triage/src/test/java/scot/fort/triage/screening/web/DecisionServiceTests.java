package scot.fort.triage.screening.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import scot.fort.events.common.ChildSummary;
import scot.fort.events.common.ReferrerRole;
import scot.fort.events.content.FreeText;
import scot.fort.events.intake.ContentErased;
import scot.fort.events.triage.ScreeningDecided;
import scot.fort.platform.messaging.contract.EventBuilders;
import scot.fort.platform.messaging.contract.EventSamples;
import scot.fort.platform.messaging.contract.EventScript;
import scot.fort.platform.sealing.Opener;
import scot.fort.platform.testing.Answer;
import scot.fort.platform.testing.AtOnce;
import tools.jackson.databind.JsonNode;

/** What a decision has to say, whom it covers, and what it links. */
class DecisionServiceTests extends TriageServiceTest {

    @Autowired
    private Opener opener;

    @Test
    void namesAllThatIsWrongWithADecisionAtOnce() {
        String id = receive();
        String etag = claim(id).etag();

        assertThat(faults(decide(
                        id,
                        etag,
                        Map.of(
                                "decision",
                                "RETURN_TO_REFERRER",
                                "rationale",
                                " ",
                                "supportCodes",
                                List.of("FAMILY_SUPPORT", "HUGS"),
                                "duplicateOf",
                                id,
                                "childrenRefs",
                                List.of("c1", "c9"),
                                "why",
                                "x"))))
                .containsExactlyInAnyOrder(
                        "/rationale too-short",
                        "/messageToReferrer required",
                        "/supportCodes disagrees",
                        "/supportCodes/1 unknown-code",
                        "/duplicateOf disagrees",
                        "/childrenRefs/1 unresolved-ref",
                        "/why unknown-field");
    }

    @Test
    void asksWhoTakesItOnUnlessTheReferrerDoes() {
        String fromThePolice = newReferral();
        receive(fromThePolice, aReferral(fromThePolice).setReferrerRole(ReferrerRole.POLICE_OFFICER));
        String etag = claim(fromThePolice).etag();
        Map<String, Object> passing = new HashMap<>(Map.of("decision", "PASS_TO_NAMED_PERSON", "rationale", "x"));

        assertThat(faults(decide(fromThePolice, etag, passing))).containsExactly("/passedTo required");
        passing.put("passedTo", "Morag Petrie, Rosebank Primary");
        decide(fromThePolice, etag, passing).expect(200);

        assertThat(see(fromThePolice).json().at("/decisions/0/passedTo").asString())
                .isEqualTo("Morag Petrie, Rosebank Primary");
        assertThat(awaitEvents(fromThePolice, 3).getLast())
                .isInstanceOfSatisfying(ScreeningDecided.class, decided -> assertThat(
                                opener.open(decided.getPassedTo(), fromThePolice, FreeText.class)
                                        .content())
                        .contains(new FreeText("Morag Petrie, Rosebank Primary")));

        String fromThem = newReferral();
        receive(fromThem, aReferral(fromThem).setReferrerRole(ReferrerRole.NAMED_PERSON));
        decide(fromThem, claim(fromThem).etag(), Map.of("decision", "PASS_TO_NAMED_PERSON", "rationale", "x"))
                .expect(200);
    }

    @Test
    void decidesForSomeChildrenAndSaysWhoIsDecidedOnAlready() {
        String id = withTwoChildren();
        String etag = claim(id).etag();
        Answer partly = decide(
                        id, etag, Map.of("decision", "REQUEST_IRD", "rationale", "x", "childrenRefs", List.of("c2")))
                .expect(200);
        assertThat(partly.text("status")).isEqualTo("IN_SCREENING");

        Answer twice = decide(
                id,
                partly.etag(),
                Map.of("decision", "ADVICE_SIGNPOST", "rationale", "x", "childrenRefs", List.of("c1", "c2")));

        assertThat(twice.text("code")).isEqualTo("illegal-transition");
        assertThat(twice.text("detail")).endsWith(": c2.");
        assertThat(twice.json().get("allowed").valueStream().map(JsonNode::stringValue))
                .contains("CLOSED", "IN_SCREENING");
        assertThat(twice.json().get("allowedActions").toString()).contains("decision");
    }

    @Test
    void recordsTheOutcomeOfEachEscalationForItsChildren() {
        String id = withTwoChildren();
        Answer first = decide(
                        id,
                        claim(id).etag(),
                        Map.of("decision", "REQUEST_IRD", "rationale", "x", "childrenRefs", List.of("c1")))
                .expect(200);
        Answer escalated = decide(id, first.etag(), Map.of("decision", "SOCIAL_WORK_ASSESSMENT", "rationale", "x"))
                .expect(200);

        Answer half = outcome(id, escalated.etag(), Map.of("outcome", "CASE_DISCUSSION", "childrenRefs", List.of("c1")))
                .expect(200);
        assertThat(half.text("status")).isEqualTo("ESCALATED");
        assertThat(outcome(id, half.etag(), Map.of("outcome", "SENT_BACK", "childrenRefs", List.of("c1")))
                        .text("detail"))
                .endsWith(": c1.");
        assertThat(faults(outcome(id, half.etag(), Map.of("outcome", "UNHEARD_OF", "childrenRefs", List.of("c7")))))
                .containsExactlyInAnyOrder("/outcome unknown-code", "/childrenRefs/0 unresolved-ref");
        assertThat(outcome(id, half.etag(), Map.of("outcome", "CHILDS_PLAN"))
                        .expect(200)
                        .text("status"))
                .isEqualTo("CLOSED");
    }

    @Test
    void linksADuplicateBothWaysAndUnlinksItWhenItIsReopened() {
        String original = receive();
        String duplicate = receive();
        Answer closed = duplicate(duplicate, original).expect(200);

        JsonNode repeating = see(duplicate).json();
        JsonNode repeated = see(original).json();
        assertThat(repeating.at("/duplicateOf/0/referralId").asString()).isEqualTo(original);
        assertThat(repeating.at("/duplicateOf/0/status").asString()).isEqualTo("RECEIVED");
        assertThat(repeating.at("/decisions/0/duplicateOf").asString()).isEqualTo(original);
        assertThat(repeating.get("duplicates")).isEmpty();
        assertThat(repeated.at("/duplicates/0/referralId").asString()).isEqualTo(duplicate);
        assertThat(repeated.at("/duplicates/0/childrenRefs/0").asString()).isEqualTo("c1");
        assertThat(repeated.get("duplicateOf")).isEmpty();

        managerDoes(duplicate, "reopen", closed.etag(), Map.of("reason", "DECIDED_IN_ERROR"))
                .expect(200);

        assertThat(see(duplicate).json().get("duplicateOf")).isEmpty();
        assertThat(see(duplicate).json().at("/decisions/0/duplicateOf").asString())
                .as("what was decided stays")
                .isEqualTo(original);
        assertThat(see(original).json().get("duplicates")).isEmpty();
    }

    @Test
    void givesOneAnswerToAllThatCannotBeAnOriginal() {
        String restricted = newReferral();
        receive(restricted, aReferral(restricted).setRestricted(true));
        String withdrawn = newReferral();
        EventScript script = receive(withdrawn, aReferral(withdrawn));
        tell(script.then(EventBuilders.withdrawn("FAMILY_MOVED")));
        awaitStatus(withdrawn, "WITHDRAWN");
        String erased = newReferral();
        erase(erased);
        String duplicate = receive();
        duplicate(duplicate, receive()).expect(200);
        String id = receive();

        List<String> answers = new ArrayList<>();
        for (String target :
                List.of(id, id.toUpperCase(), UUID.randomUUID().toString(), restricted, withdrawn, erased, duplicate)) {
            answers.add(duplicate(id, target).json().get("errors").toString());
        }

        assertThat(answers).hasSize(7).containsOnly(answers.getFirst());
        assertThat(answers.getFirst()).contains("/duplicateOf", "unresolved-ref");
    }

    @Test
    void doesNotNameARestrictedOriginalToWhoMayNotSeeIt() {
        String restricted = newReferral();
        receive(restricted, aReferral(restricted).setRestricted(true));
        String duplicate = receive();
        String etag =
                manager(screening(duplicate) + "/claim").post().expect(200).etag();
        manager(screening(duplicate) + "/decision")
                .ifMatch(etag)
                .post(Map.of("decision", "DUPLICATE", "rationale", "x", "duplicateOf", restricted))
                .expect(200);

        assertThat(screener("kim", screening(duplicate)).get().expect(200).body())
                .doesNotContain(restricted);
        assertThat(see(duplicate).json().at("/duplicateOf/0/referralId").asString())
                .isEqualTo(restricted);
    }

    @Test
    void letsNoChildVanishBetweenTwoThatAreCalledDuplicatesOfEachOtherAtOnce() throws Exception {
        for (int round = 0; round < 8; round++) {
            String one = receive();
            String other = receive();
            claim(one);
            claim(other);

            AtOnce.all(List.of(() -> duplicateNow(one, other), () -> duplicateNow(other, one)));

            assertThat(List.of(see(one).json(), see(other).json()))
                    .as("at least one goes on being screened")
                    .anySatisfy(seen -> {
                        assertThat(seen.get("status").asString()).isEqualTo("IN_SCREENING");
                        assertThat(seen.get("duplicateOf")).isEmpty();
                    });
        }
    }

    @Test
    void saysWhoHoldsTheClaimOrThatItHasExpiredAndWhatIsAllowed() {
        String id = receive();
        claim(id);

        Answer lees = screener("lee", screening(id) + "/rating")
                .ifMatch("*")
                .post(Map.of("priority", "RED", "rationale", "x"));
        assertThat(lees.status()).isEqualTo(409);
        assertThat(lees.text("code")).isEqualTo("not-claim-holder");
        assertThat(lees.text("claimedBy")).isEqualTo("kim");
        assertThat(lees.text("claimExpiresAt")).endsWith("Z");
        assertThat(lees.json().get("allowedActions").toString()).isEqualTo("[\"checks\"]");
        assertThat(screener("lee", screening(id) + "/claim").post().text("claimedBy"))
                .isEqualTo("kim");

        clock().forward(Duration.ofMinutes(31));
        Answer expired = rate(id, "*", "RED");
        assertThat(expired.text("code")).isEqualTo("not-claim-holder");
        assertThat(expired.text("detail")).contains("expired");
        assertThat(expired.text("claimExpiredAt")).endsWith("Z");
        assertThat(expired.json().get("allowedActions").toString()).isEqualTo("[\"claim\",\"checks\"]");

        screener("lee", screening(id) + "/claim").post().expect(200);
        assertThat(rate(id, "*", "RED").text("claimedBy")).isEqualTo("lee");
    }

    @Test
    void endsAnErasedReferralThatIsOpenAgainWithoutKeepingWords() {
        String id = newReferral();
        erase(id);

        Answer claimed = claim(id);
        assertThat(claimed.json().get("allowedActions").toString())
                .isEqualTo("[\"claim\",\"release\",\"renew\",\"decision\"]");
        assertThat(decide(id, claimed.etag(), Map.of("decision", "REQUEST_IRD", "rationale", "x"))
                        .json()
                        .get("allowed")
                        .toString())
                .isEqualTo("[\"CLOSED\"]");
        Answer ended = decide(id, claimed.etag(), Map.of("decision", "NO_FURTHER_ACTION", "rationale", "x"))
                .expect(200);

        assertThat(ended.text("status")).isEqualTo("CLOSED");
        assertThat(see(id).json().at("/decisions/0").has("rationale")).isFalse();
    }

    private void erase(String id) {
        EventScript script = receive(id, aReferral(id));
        tell(script.then(ContentErased.newBuilder(EventSamples.some(ContentErased.class))));
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> screenings()
                                .countDocuments(Filters.and(Filters.eq("_id", id), Filters.eq("state.erased", true)))
                        == 1);
    }

    private String withTwoChildren() {
        String id = newReferral();
        receive(
                id,
                aReferral(id)
                        .setChildren(List.of(
                                new ChildSummary("c1", 7, false, "LOCHEE"),
                                new ChildSummary("c2", 9, false, "LOCHEE"))));
        return id;
    }

    private Answer duplicate(String id, String of) {
        claim(id);
        return duplicateNow(id, of);
    }

    private Answer duplicateNow(String id, String of) {
        return decide(id, "*", Map.of("decision", "DUPLICATE", "rationale", "x", "duplicateOf", of));
    }

    private Answer outcome(String id, String etag, Map<String, Object> body) {
        return manager(screening(id) + "/outcome").ifMatch(etag).post(body);
    }
}
