package scot.fort.intake.referral.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scot.fort.platform.testing.Answer;
import scot.fort.platform.testing.Call;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class DryRunTests extends IntakeServiceTest {

    @Test
    void saysThatAReferralWouldBeAcceptedAndKeepsNothing() {
        ObjectNode referral = aReferral();

        assertThat(databaseCommands.during(() -> {
                    Answer answer = tryOut(referral).expect(200);
                    assertThat(answer.json().get("valid").booleanValue()).isTrue();
                    assertThat(answer.json().get("warnings")).isEmpty();
                }))
                .noneMatch(command -> command.startsWith("insert") || command.startsWith("update"));
        submit(referral, aKey()).expect(201);
    }

    @Test
    void namesTheSameFaultsAsTheRealOne() {
        ObjectNode referral = aReferral().put("sneaky", 1).put("narrative", 7);

        Answer tried = tryOut(referral).expect(422);

        assertThat(errors(tried)).hasSize(2).isEqualTo(errors(submit(referral, aKey())));
    }

    @Test
    void warnsOfWhatMayBeWrong() {
        ObjectNode referral = aReferral();
        ((ObjectNode) referral.at("/children/0"))
                .put("dateOfBirth", "2019-05-01")
                .put("chi", "0105196282")
                .put("sex", "MALE");

        assertThat(warnings(tryOut(referral))).containsExactly("/children/0/chi disagrees");
    }

    @Test
    void warnsWhenTheSourceIsTaken() {
        ObjectNode referral = aReferral();
        submit(referral, aKey()).expect(201);

        assertThat(warnings(tryOut(referral))).containsExactly("/source/reference duplicate-source");
    }

    @Test
    void saysWhatWouldComeOfTheKey() {
        ObjectNode referral = aReferral();
        String key = aKey();
        submit(referral, key).expect(201);

        assertThat(warnings(asked().with("Idempotency-Key", key).post(referral)))
                .as("the same once more would be answered as the first time")
                .isEmpty();
        assertThat(asked().with("Idempotency-Key", key)
                        .post(aReferral())
                        .expect(422)
                        .text("code"))
                .isEqualTo("idempotency-key-reused");
        asked().with("Idempotency-Key", "two words").post(referral).expect(400);
    }

    @Test
    void makesAReferralWhenTheParameterSaysNo() {
        call("/v1/referrals?dryRun=false")
                .as(school("school-rosebank"))
                .with("Idempotency-Key", aKey())
                .post(aReferral())
                .expect(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yes", "TRUE", "1", "true&dryRun=false"})
    void refusesAParameterThatIsNoClearAnswer(String value) {
        Answer refused = call("/v1/referrals?dryRun=" + value)
                .as(school("school-rosebank"))
                .with("Idempotency-Key", aKey())
                .post(aReferral())
                .expect(422);

        assertThat(refused.json().at("/errors/0/pointer").stringValue()).isEqualTo("/dryRun");
    }

    @Test
    void isForReferrersOnly() {
        call("/v1/referrals?dryRun=true").as(manager()).post(aReferral()).expect(403);
    }

    private Call asked() {
        return call("/v1/referrals?dryRun=true").as(school("school-rosebank"));
    }

    private Answer tryOut(ObjectNode referral) {
        return asked().post(referral);
    }

    private static JsonNode errors(Answer answer) {
        return answer.json().get("errors");
    }

    private static Iterable<String> warnings(Answer answer) {
        return answer.expect(200)
                .json()
                .get("warnings")
                .valueStream()
                .map(warning -> warning.get("pointer").stringValue() + " "
                        + warning.get("code").stringValue())
                .toList();
    }
}
