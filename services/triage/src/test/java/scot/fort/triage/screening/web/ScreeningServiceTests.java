package scot.fort.triage.screening.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import scot.fort.events.common.ReopenCause;
import scot.fort.events.content.AddedInformation;
import scot.fort.events.content.FreeText;
import scot.fort.events.triage.InformationRequested;
import scot.fort.events.triage.ScreeningDecided;
import scot.fort.events.triage.ScreeningOpened;
import scot.fort.events.triage.ScreeningReopened;
import scot.fort.platform.messaging.contract.EventBuilders;
import scot.fort.platform.messaging.contract.EventScript;
import scot.fort.platform.messaging.contract.EventTopic;
import scot.fort.platform.sealing.Opener;
import scot.fort.platform.testing.Answer;
import scot.fort.platform.testing.DatabaseCommands;
import tools.jackson.databind.JsonNode;

class ScreeningServiceTests extends TriageServiceTest {

    @Autowired
    private DatabaseCommands commands;

    @Autowired
    private Opener opener;

    @Test
    void screensAReferralFromItsReceiptToADecisionAndTellsEveryStep() {
        String id = newReferral();
        EventScript script = receive(id, aReferral(id));

        Answer claimed = claim(id);
        assertThat(claimed.text("status")).isEqualTo("IN_SCREENING");
        assertThat(claimed.json().at("/content/narrative").asString()).isEqualTo(NARRATIVE);
        Answer rated = rate(id, claimed.etag(), "AMBER").expect(200);
        assertThat(rated.text("priority")).isEqualTo("AMBER");
        post(id, "checks", Map.of("agency", "POLICE", "finding", "KNOWN_CONCERN", "text", "Two calls in May."))
                .expect(200);
        Answer asked = post(id, "information-requests", Map.of("question", "Who collects her?"))
                .expect(200);
        assertThat(asked.text("status")).isEqualTo("INFORMATION_REQUESTED");
        assertThat(post(id, "information-requests", Map.of("question", "And who brings her?"))
                        .text("code"))
                .isEqualTo("illegal-transition");

        tell(script.then(EventBuilders.informationAdded(1)
                .setContent(sealed(id, new AddedInformation("Her gran does.", List.of())))));
        String answered = awaitStatus(id, "IN_SCREENING");
        Answer escalated = decide(id, answered, Map.of("decision", "REQUEST_IRD", "rationale", "Pattern of harm."))
                .expect(200);
        assertThat(escalated.text("status")).isEqualTo("ESCALATED");
        Answer sentBack = managerDoes(
                        id, "outcome", escalated.etag(), Map.of("outcome", "SENT_BACK", "text", "Not met."))
                .expect(200);
        assertThat(sentBack.text("status")).isEqualTo("IN_SCREENING");
        Answer closed = decide(
                        id,
                        claim(id).etag(),
                        Map.of(
                                "decision",
                                "PASS_TO_NAMED_PERSON",
                                "rationale",
                                "School can help.",
                                "messageToReferrer",
                                "Thank you."))
                .expect(200);
        Answer reopened = managerDoes(id, "reopen", closed.etag(), Map.of("reason", "NEW_INFORMATION"))
                .expect(200);
        assertThat(reopened.text("status")).isEqualTo("IN_SCREENING");

        List<SpecificRecord> told = awaitEvents(id, 11);
        assertThat(told.stream().map(event -> event.getSchema().getName()))
                .containsExactly(
                        "ScreeningOpened",
                        "ScreeningClaimed",
                        "PriorityRated",
                        "CheckRecorded",
                        "InformationRequested",
                        "ScreeningDecided",
                        "EscalationOutcomeRecorded",
                        "ScreeningReopened",
                        "ScreeningClaimed",
                        "ScreeningDecided",
                        "ScreeningReopened");
        assertThat(told.stream().map(event -> EventTopic.metadata(event).getSequence()))
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 11).boxed().toList());
        assertThat(told.get(0)).isInstanceOfSatisfying(ScreeningOpened.class, opened -> {
            assertThat(opened.getMetadata().getPolicyVersion()).isEqualTo("2026-1");
            assertThat(opened.getRules()).containsExactly("FAMILY_SUPPORT");
            assertThat(opened.getDueAt()).isNotNull();
        });
        assertThat(told.get(4)).isInstanceOfSatisfying(InformationRequested.class, question -> assertThat(
                        opener.open(question.getQuestion(), id, FreeText.class).content())
                .contains(new FreeText("Who collects her?")));
        assertThat(told.get(9)).isInstanceOfSatisfying(ScreeningDecided.class, decided -> {
            assertThat(decided.getRound()).isEqualTo(2);
            assertThat(decided.getMetadata().getActor()).isEqualTo("kim");
            assertThat(decided.getMetadata().getOrganisation()).isEqualTo("mash");
        });
        assertThat(told.get(10)).isInstanceOfSatisfying(ScreeningReopened.class, again -> assertThat(again.getCause())
                .isEqualTo(ReopenCause.REOPENED));

        JsonNode seen = see(id).json();
        assertThat(seen.at("/ratings/0/rationale").asString()).isEqualTo("It is getting worse.");
        assertThat(seen.at("/checks/0/text").asString()).isEqualTo("Two calls in May.");
        assertThat(seen.at("/questions/0/question").asString()).isEqualTo("Who collects her?");
        assertThat(seen.at("/information/0/content/text").asString()).isEqualTo("Her gran does.");
        assertThat(seen.at("/decisions").findValuesAsString("rationale"))
                .containsExactly("Pattern of harm.", "School can help.");
        assertThat(seen.at("/outcomes/0/text").asString()).isEqualTo("Not met.");
    }

    @Test
    void letsNoChildVanishBetweenTwoReferralsThatRepeatEachOther() {
        String one = receive();
        String other = receive();
        decide(one, claim(one).etag(), Map.of("decision", "DUPLICATE", "rationale", "x", "duplicateOf", other))
                .expect(200);

        assertThat(faults(decide(
                        other,
                        claim(other).etag(),
                        Map.of("decision", "DUPLICATE", "rationale", "x", "duplicateOf", one))))
                .containsExactly("/duplicateOf unresolved-ref");
    }

    @Test
    void hearsOfResubmissionWithdrawalAndAProvidersConcern() {
        String id = newReferral();
        EventScript script = receive(id, aReferral(id));
        decide(
                        id,
                        claim(id).etag(),
                        Map.of(
                                "decision",
                                "RETURN_TO_REFERRER",
                                "rationale",
                                "Too little.",
                                "messageToReferrer",
                                "Which school?"))
                .expect(200);

        tell(script.then(EventBuilders.resubmitted(2).setReceivedAt(now())));
        awaitStatus(id, "RECEIVED");
        tell(script.then(EventBuilders.withdrawn("FAMILY_MOVED")));
        awaitStatus(id, "WITHDRAWN");

        assertThat(screener("kim", screening(id) + "/claim").post().text("code"))
                .isEqualTo("illegal-transition");
        assertThat(see(id).json().get("allowedActions")).isEmpty();
        assertThat(awaitEvents(id, 4).getLast()).isInstanceOfSatisfying(ScreeningReopened.class, again -> {
            assertThat(again.getCause()).isEqualTo(ReopenCause.RESUBMITTED);
            assertThat(again.getSubmission()).isEqualTo(2);
        });
    }

    @Test
    void refusesWhatIsNotRight() {
        String id = receive();
        String etag = claim(id).etag();
        Map<String, String> rating = Map.of("priority", "RED", "rationale", "Now.");

        assertThat(screener("kim", screening(id) + "/rating").post(rating).text("code"))
                .isEqualTo("precondition-required");
        assertThat(rate(id, "\"1\"", "RED").text("code")).isEqualTo("stale");
        assertThat(faults(screener("kim", screening(id) + "/rating")
                        .ifMatch(etag)
                        .post(Map.of("priority", "PURPLE", "why", "x"))))
                .containsExactlyInAnyOrder("/priority unknown-code", "/rationale required", "/why unknown-field");
        assertThat(faults(decide(id, etag, Map.of("decision", "ALLOCATE_FAMILY_SUPPORT", "rationale", " "))))
                .containsExactlyInAnyOrder("/rationale too-short", "/supportCodes required");
        assertThat(faults(decide(id, etag, Map.of("decision", "DUPLICATE", "rationale", "x"))))
                .containsExactly("/duplicateOf required");
        assertThat(faults(decide(id, etag, Map.of("decision", "DUPLICATE", "rationale", "x", "duplicateOf", id))))
                .containsExactly("/duplicateOf unresolved-ref");
        assertThat(faults(decide(
                        id,
                        etag,
                        Map.of(
                                "decision",
                                "DUPLICATE",
                                "rationale",
                                "x",
                                "duplicateOf",
                                UUID.randomUUID().toString()))))
                .containsExactly("/duplicateOf unresolved-ref");
        assertThat(faults(decide(id, etag, Map.of("decision", "RETURN_TO_REFERRER", "rationale", "x"))))
                .containsExactly("/messageToReferrer required");
        assertThat(faults(decide(
                        id,
                        etag,
                        Map.of("decision", "ADVICE_SIGNPOST", "rationale", "x", "childrenRefs", List.of("c1", "c9")))))
                .containsExactly("/childrenRefs/1 unresolved-ref");
        assertThat(screener("lee", screening(id) + "/rating")
                        .ifMatch(etag)
                        .post(rating)
                        .text("code"))
                .isEqualTo("not-claim-holder");
        assertThat(screener("lee", screening(id) + "/claim").post().text("code"))
                .isEqualTo("already-claimed");
        Answer illegal = managerDoes(id, "reopen", etag, Map.of("reason", "OTHER"));
        assertThat(illegal.text("code")).isEqualTo("illegal-transition");
        assertThat(illegal.json().get("allowed").toString())
                .contains("ESCALATED")
                .doesNotContain("RECEIVED");
    }

    @Test
    void readsOnceAndWritesOnceForEachCommand() {
        String id = receive();

        assertThat(costOf(() -> claim(id))).containsExactly("find screenings", "update screenings");
        assertThat(costOf(() -> post(id, "renew", "{}").expect(200)))
                .containsExactly("find screenings", "update screenings");
        assertThat(costOf(() -> rate(id, "*", "AMBER").expect(200)))
                .containsExactly("find screenings", "update screenings");
        assertThat(costOf(() -> post(id, "checks", Map.of("agency", "HEALTH", "finding", "OPEN_CASE", "text", "x"))
                        .expect(200)))
                .containsExactly("find screenings", "update screenings");
        assertThat(costOf(() -> post(id, "release", "{}").expect(200)))
                .containsExactly("find screenings", "update screenings");
        assertThat(costOf(() -> screener("kim", "/v1/queue/claim-next").post().expect(200)))
                .containsExactly("find screenings", "update screenings");
        assertThat(costOf(() -> decide(id, "*", Map.of("decision", "REQUEST_IRD", "rationale", "x"))
                        .expect(200)))
                .containsExactly("find screenings", "update screenings");
        assertThat(costOf(() -> managerDoes(id, "outcome", "*", Map.of("outcome", "CHILDS_PLAN"))
                        .expect(200)))
                .containsExactly("find screenings", "update screenings");
        assertThat(costOf(() -> managerDoes(id, "reopen", "*", Map.of("reason", "OTHER"))
                        .expect(200)))
                .containsExactly("find screenings", "update screenings");
        assertThat(costOf(() -> screener("kim", "/v1/queue").get().expect(200))).containsExactly("find screenings");
    }

    private List<String> costOf(Runnable command) {
        return commands.during(command).stream()
                .filter(sent -> sent.endsWith(" screenings"))
                .toList();
    }
}
