package scot.fort.intake.referral.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scot.fort.events.common.Article6;
import scot.fort.events.common.ChildSummary;
import scot.fort.events.common.Concern;
import scot.fort.events.common.ConcernCode;
import scot.fort.events.common.ConcernSubject;
import scot.fort.events.common.Lane;
import scot.fort.events.common.ReferrerRole;
import scot.fort.events.content.Child;
import scot.fort.events.content.ReferralContent;
import scot.fort.events.intake.ReferralReceived;
import scot.fort.intake.referral.Reference;
import scot.fort.intake.referral.SyntheticReferrals;
import scot.fort.platform.testing.Answer;
import scot.fort.platform.testing.Call;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class SubmissionTests extends IntakeServiceTest {

    @Test
    void givesAReceipt() {
        Answer receipt = submit(aReferral(), aKey()).expect(201);

        String id = receipt.text("id");
        assertThat(receipt.header("Location")).isEqualTo("/v1/referrals/" + id);
        assertThat(receipt.etag()).isEqualTo("\"1\"");
        assertThat(receipt.header("Idempotency-Replayed")).isEmpty();
        assertThat(receipt.header("Content-Type")).startsWith("application/json");
        assertThat(id).matches("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}");
        assertThat(Reference.isSound(receipt.text("reference"))).isTrue();
        assertThat(receipt.text("receivedAt")).matches("2026-11-25T12:\\d\\d:\\d\\d\\.\\d{3}Z");
        assertThat(receipt.json().propertyNames())
                .containsExactly("id", "reference", "status", "receivedAt", "lane", "warnings", "links");
        assertThat(receipt.text("status")).isEqualTo("RECEIVED");
        assertThat(receipt.json().at("/links/withdraw").stringValue()).isEqualTo("/v1/referrals/" + id + "/withdraw");
    }

    @Test
    void saysWhatToDoWhenAChildIsInDanger() {
        Answer receipt =
                submit(aReferral().put("immediateDanger", true), aKey()).expect(201);

        assertThat(receipt.text("safetyAdvice")).contains("999");
    }

    @Test
    void acceptsWhatMayBeWrongWithAWarning() {
        ObjectNode referral = aReferral();
        ((ObjectNode) referral.at("/children/0"))
                .put("dateOfBirth", "2019-05-01")
                .put("chi", "0105196282")
                .put("sex", "MALE");

        Answer receipt = submit(referral, aKey()).expect(201);

        assertThat(receipt.json().at("/warnings/0/pointer").stringValue()).isEqualTo("/children/0/chi");
        assertThat(receipt.json().at("/warnings/0/code").stringValue()).isEqualTo("disagrees");
    }

    /** Under keys and references of this run: the database may know those of the file from another run. */
    @Test
    void acceptsEverySyntheticReferral() {
        for (JsonNode line : SyntheticReferrals.valid()) {
            ObjectNode body = (ObjectNode) line.get("body");
            body.withObject("source").put("reference", aKey());
            call("/v1/referrals")
                    .as(school(line.get("client").stringValue()))
                    .with("Idempotency-Key", aKey())
                    .post(body)
                    .expect(201);
        }
    }

    @Test
    void storesAReferralWithOneCommand() {
        submit(aReferral(), aKey()).expect(201);

        assertThat(databaseCommands.during(() -> submit(aReferral(), aKey()).expect(201)))
                .containsExactly("insert referrals");
    }

    @Test
    void tellsCodesInClearAndSealsTheRest() {
        ObjectNode referral = aReferral();
        referral.withObject("extensions").put("seemisNote", "x");
        String id = accepted(referral);

        List<SpecificRecord> events = TOLD.about(id, 1);

        ReferralReceived received = (ReferralReceived) events.getFirst();
        assertThat(events).hasSize(1);
        assertThat(received.getMetadata().getOrganisation()).isEqualTo("school-rosebank");
        assertThat(received.getMetadata().getActor()).isEqualTo("kim");
        assertThat(received.getLane()).isEqualTo(Lane.FAMILY_SUPPORT);
        assertThat(received.getReferrerRole()).isEqualTo(ReferrerRole.NAMED_PERSON);
        assertThat(received.getConcernsOccurredAt()).isEqualTo(Instant.parse("2026-11-20T10:30:00Z"));
        assertThat(received.getChildren()).containsExactly(new ChildSummary("c1", 11, false, "STRATHMARTINE"));
        assertThat(received.getConcerns())
                .containsExactly(new Concern(ConcernCode.DOMESTIC_ABUSE, ConcernSubject.PARENT_CARER, "a1"));
        assertThat(received.getLawfulBasis().getArticle6()).isEqualTo(Article6.PUBLIC_TASK);
        assertThat(received.getLawfulBasis().getConsentBy()).isEqualTo("a1");
        ReferralContent content = opener.open(received.getContent(), id, ReferralContent.class)
                .content()
                .orElseThrow();
        Child child = content.getChildren().getFirst();
        assertThat(child.getGivenName()).isEqualTo("Isla");
        assertThat(child.getDateOfBirth()).isEqualTo("2015-03-09");
        assertThat(child.getAddress().getPostcode()).isEqualTo("DD3 6XX");
        assertThat(content.getAdults().getFirst().getContactSafety()).isEqualTo("Do not phone the house.");
        assertThat(content.getNarrative()).isEqualTo("What happened, what is known, what is worrying.");
        assertThat(content.getViews().getChild()).isEqualTo("I want mum to be happy.");
        assertThat(content.getReferrer().getEmail()).isEqualTo("m.petrie@rosebank.example");
        assertThat(content.getExtensions()).isEqualTo("{\"seemisNote\":\"x\"}");
    }

    @Test
    void sendsAnUnbornChildAndAnEstimatedAge() {
        ObjectNode referral = aReferral();
        ObjectNode child = (ObjectNode) referral.at("/children/0");
        child.remove("dateOfBirth");
        child.put("expectedDateOfBirth", "2026-11-01");
        referral.withArray("children").add(child.objectNode().put("ref", "c2").put("ageEstimate", 4));

        ReferralReceived received =
                (ReferralReceived) TOLD.about(accepted(referral), 1).getFirst();

        assertThat(received.getChildren())
                .containsExactly(
                        new ChildSummary("c1", null, true, "STRATHMARTINE"), new ChildSummary("c2", 4, false, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{\"lane\": }", "", "{} {}", "{\"lane\": 1, \"lane\": 2}"})
    void refusesWhatIsNoJson(String body) {
        Answer refused = submit(body, aKey()).expect(400);

        assertThat(refused.text("code")).isEqualTo("malformed-json");
    }

    @Test
    void refusesAllFaultsInOneAnswerAndUsesUpNoKey() {
        String key = aKey();
        ObjectNode referral =
                aReferral().put("sneaky", 1).put("narrative", 7).put("occurredAt", "2027-01-01T00:00:00Z");

        Answer refused = submit(referral, key).expect(422);

        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        assertThat(refused.text("code")).isEqualTo("invalid");
        assertThat(refused.json()
                        .get("errors")
                        .valueStream()
                        .map(error -> error.get("pointer").stringValue() + " "
                                + error.get("code").stringValue()))
                .containsExactlyInAnyOrder(
                        "/sneaky unknown-field", "/narrative wrong-type", "/occurredAt in-the-future");
        submit(aReferral(), key).expect(201);
    }

    @Test
    void asksForAKeyThatIsOne() {
        Call without = call("/v1/referrals").as(school("school-rosebank"));

        assertThat(without.post(aReferral()).expect(428).text("code")).isEqualTo("idempotency-key-required");
        submit(aReferral(), "two words").expect(400);
        submit(aReferral(), "k".repeat(65)).expect(400);
        submit(aReferral(), "!" + aKey() + "~".repeat(27)).expect(201);
    }

    @Test
    void takesReferralsOfReferrersOnly() {
        call("/v1/referrals").with("Idempotency-Key", aKey()).post(aReferral()).expect(401);
        call("/v1/referrals")
                .as("no-token")
                .with("Idempotency-Key", aKey())
                .post(aReferral())
                .expect(401);
        call("/v1/referrals")
                .as(manager())
                .with("Idempotency-Key", aKey())
                .post(aReferral())
                .expect(403);
    }

    @Test
    void boundsTheBody() {
        String large = new JsonMapper().writeValueAsString(aReferral().put("more", "x".repeat(256 * 1024)));

        submit(large, aKey()).expect(413);
    }
}
