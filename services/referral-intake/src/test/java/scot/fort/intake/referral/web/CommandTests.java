package scot.fort.intake.referral.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import scot.fort.events.common.ChildSummary;
import scot.fort.events.common.ScreeningDecision;
import scot.fort.events.content.AddedInformation;
import scot.fort.events.content.Correction;
import scot.fort.events.content.Corrections;
import scot.fort.events.content.FreeText;
import scot.fort.events.intake.ConsentChanged;
import scot.fort.events.intake.ReferralCorrected;
import scot.fort.events.intake.ReferralEnteredInError;
import scot.fort.events.intake.ReferralInformationAdded;
import scot.fort.events.intake.ReferralReceived;
import scot.fort.events.intake.ReferralResubmitted;
import scot.fort.events.intake.ReferralWithdrawn;
import scot.fort.platform.messaging.contract.EventTopic;
import scot.fort.platform.testing.Answer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class CommandTests extends IntakeServiceTest {

    @Test
    void addsInformation() {
        String id = accepted(aReferral());

        Answer added = command(id, "information", Map.of("text", "More.", "answers", List.of(Map.of("text", "Yes."))))
                .expect(202);

        ReferralInformationAdded told =
                (ReferralInformationAdded) TOLD.about(id, 2).getLast();
        AddedInformation content = opener.open(told.getContent(), id, AddedInformation.class)
                .content()
                .orElseThrow();
        assertThat(added.etag()).isEqualTo("\"2\"");
        assertThat(added.text("status")).isEqualTo("RECEIVED");
        assertThat(told.getAnswersQuestion()).isNull();
        assertThat(content.getText()).isEqualTo("More.");
        assertThat(content.getAnswers().getFirst().getText()).isEqualTo("Yes.");
    }

    @Test
    void answersWhatWasAskedAndSendsAgainWhatWasReturned() {
        String id = accepted(aReferral());
        Hub hub = hub(id).takesIt().asks(1, "Who?");
        until(id, "INFORMATION_REQUESTED");

        command(id, "information", Map.of("text", "Mum.")).expect(202);
        hub.decides(ScreeningDecision.RETURN_TO_REFERRER, "Please say more.");
        until(id, "RETURNED");
        Answer again = command(id, "information", Map.of("text", "More.")).expect(202);

        List<SpecificRecord> told = TOLD.about(id, 4);
        assertThat(again.text("status")).isEqualTo("RECEIVED");
        assertThat(((ReferralInformationAdded) told.get(1)).getAnswersQuestion())
                .isEqualTo(1);
        assertThat(((ReferralInformationAdded) told.get(2)).getAnswersQuestion())
                .isNull();
        assertThat(((ReferralResubmitted) told.get(3)).getSubmission()).isEqualTo(2);
        assertThat(told.stream().map(event -> EventTopic.metadata(event).getSequence()))
                .containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void keepsCorrectionsBesideWhatWasSent() {
        ObjectNode referral = aReferral();
        referral.withArray("children")
                .add(referral.objectNode().put("ref", "c2").put("expectedDateOfBirth", "2026-12-24"));
        String id = accepted(referral);

        command(id, "information", corrections(Map.of("ref", "c1", "dateOfBirth", "2014-03-09", "scn", "987654321")))
                .expect(202);
        command(
                        id,
                        "information",
                        corrections(
                                Map.of("ref", "c1", "address", Map.of("ward", "LOCHEE")),
                                Map.of("ref", "c2", "dateOfBirth", "2026-11-24")))
                .expect(202);

        List<SpecificRecord> told = TOLD.about(id, 5);
        ReferralCorrected first = (ReferralCorrected) told.get(2);
        ReferralCorrected second = (ReferralCorrected) told.get(4);
        assertThat(first.getChildren())
                .containsExactly(
                        new ChildSummary("c1", 12, false, "STRATHMARTINE"), new ChildSummary("c2", null, true, null));
        assertThat(second.getChildren())
                .containsExactly(new ChildSummary("c1", 12, false, "LOCHEE"), new ChildSummary("c2", 0, false, null));
        Correction corrected = opener.open(first.getContent(), id, Corrections.class)
                .content()
                .orElseThrow()
                .getCorrections()
                .getFirst();
        assertThat(corrected.getDateOfBirth()).isEqualTo("2014-03-09");
        assertThat(corrected.getScn()).isEqualTo("987654321");
        assertThat(corrected.getChi()).isNull();
    }

    @Test
    void refusesCorrectionsThatDoNotFit() {
        ObjectNode referral = aReferral();
        ((ObjectNode) referral.at("/children/0")).put("dateOfBirth", "2019-05-02");
        String id = accepted(referral);

        assertThat(faults(corrections(Map.of("ref", "c9", "scn", "123456789")), id))
                .containsExactly("/corrections/0/ref unresolved-ref");
        assertThat(faults(corrections(Map.of("ref", "c1", "chi", "0105196282")), id))
                .containsExactly("/corrections/0/chi disagrees");
        assertThat(faults(
                        corrections(
                                Map.of("ref", "c1", "chi", "0105196283"),
                                Map.of("ref", "c1", "dateOfBirth", "2027-05-01"),
                                Map.of("ref", "c1")),
                        id))
                .containsExactlyInAnyOrder(
                        "/corrections/0/chi check-digit",
                        "/corrections/1/dateOfBirth in-the-future",
                        "/corrections/2 too-few",
                        "/corrections duplicate");
        command(id, "information", corrections(Map.of("ref", "c1", "chi", "0105196282", "dateOfBirth", "2019-05-01")))
                .expect(202);
    }

    @Test
    void tellsOfConsent() {
        String id = accepted(aReferral());

        command(
                        id,
                        "consent",
                        Map.of(
                                "given",
                                false,
                                "by",
                                "a1",
                                "at",
                                "2026-11-24T09:00:00+01:00",
                                "text",
                                "Changed her mind."))
                .expect(202);

        ConsentChanged told = (ConsentChanged) TOLD.about(id, 2).getLast();
        assertThat(told.getGiven()).isFalse();
        assertThat(told.getBy()).isEqualTo("a1");
        assertThat(told.getAt()).hasToString("2026-11-24T08:00:00Z");
        assertThat(opener.open(told.getText(), id, FreeText.class)
                        .content()
                        .orElseThrow()
                        .getText())
                .isEqualTo("Changed her mind.");
    }

    @Test
    void refusesConsentOfNobodyAndOfTomorrow() {
        String id = accepted(aReferral());

        assertThat(pointers(command(id, "consent", Map.of("given", true, "by", "a9", "at", "2026-11-20T10:05:00Z"))))
                .containsExactly("/by unresolved-ref");
        assertThat(pointers(command(id, "consent", Map.of("given", 1, "at", "2026-11-29T10:05:00Z"))))
                .containsExactlyInAnyOrder("/given wrong-type", "/by required", "/at in-the-future");
    }

    @Test
    void withdrawsOnce() {
        String id = accepted(aReferral());

        Answer withdrawn =
                command(id, "withdraw", Map.of("reason", "FAMILY_DECLINED")).expect(200);

        ReferralWithdrawn told = (ReferralWithdrawn) TOLD.about(id, 2).getLast();
        assertThat(withdrawn.text("status")).isEqualTo("WITHDRAWN");
        assertThat(withdrawn.json().get("allowedActions")).isEmpty();
        assertThat(told.getReason()).isEqualTo("FAMILY_DECLINED");
        assertThat(told.getText()).isNull();
        for (Answer refused : List.of(
                command(id, "withdraw", Map.of("reason", "OTHER")),
                command(id, "information", Map.of("text", "More.")),
                command(id, "consent", Map.of("given", true, "by", "a1", "at", "2026-11-20T10:05:00Z")),
                markAsError(id, Map.of("reason", "OTHER")))) {
            assertThat(refused.expect(409).text("code")).isEqualTo("illegal-transition");
            assertThat(refused.json().get("allowed")).isEmpty();
        }
    }

    @Test
    void asksForAReasonThatIsKnown() {
        String id = accepted(aReferral());

        assertThat(pointers(command(id, "withdraw", Map.of("text", "Isla moved."))))
                .containsExactly("/reason required");
        assertThat(pointers(command(id, "withdraw", Map.of("reason", "Isla moved."))))
                .containsExactly("/reason unknown-code");
        command(id, "withdraw", "{").expect(400);
        command(id, "information", Map.of("text", " ")).expect(422);
    }

    @Test
    void letsAManagerOfTheHubMarkAnErrorWhoeverSentIt() {
        String id = accepted(aReferral());
        command(id, "error", Map.of("reason", "WRONG_CHILD")).expect(403);

        Answer marked = markAsError(id, Map.of("reason", "WRONG_CHILD", "text", "Not Isla."))
                .expect(200);

        ReferralEnteredInError told = (ReferralEnteredInError) TOLD.about(id, 2).getLast();
        assertThat(marked.text("status")).isEqualTo("ENTERED_IN_ERROR");
        assertThat(told.getReason()).isEqualTo("WRONG_CHILD");
        assertThat(told.getMetadata().getOrganisation()).isEqualTo("mash");
        assertThat(tracking(id).expect(200).text("outcome")).isEqualTo("The referral was marked as entered in error.");
    }

    /** The key of the referral is read once, and then known for a while. */
    @Test
    void carriesOutACommandWithOneReadAndOneWrite() {
        String id = accepted(aReferral());

        assertThat(databaseCommands.during(() ->
                        command(id, "information", Map.of("text", "More.")).expect(202)))
                .containsExactly("find referrals", "find keys", "update referrals");
        assertThat(databaseCommands.during(() -> command(id, "withdraw", Map.of("reason", "OTHER", "text", "Moved."))
                        .expect(200)))
                .containsExactly("find referrals", "update referrals");
    }

    private Hub hub(String id) {
        return new Hub(SENDER, sealer, (ReferralReceived) TOLD.about(id, 1).getFirst());
    }

    private void until(String id, String status) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> tracking(id).expect(200).text("status").equals(status));
    }

    private Answer markAsError(String id, Object body) {
        return call("/v1/referrals/" + id + "/error").as(manager()).post(body);
    }

    private List<String> faults(Object information, String id) {
        return pointers(command(id, "information", information));
    }

    private static List<String> pointers(Answer refused) {
        return refused.expect(422)
                .json()
                .get("errors")
                .valueStream()
                .map(CommandTests::fault)
                .toList();
    }

    private static String fault(JsonNode error) {
        return error.get("pointer").stringValue() + " " + error.get("code").stringValue();
    }

    private static Map<String, Object> corrections(Object... corrections) {
        return Map.of("text", "Corrected.", "corrections", List.of(corrections));
    }
}
