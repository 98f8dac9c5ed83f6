package scot.fort.intake.referral.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import scot.fort.platform.testing.Answer;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A referral that is made to harm, to cost much or to pass for another is refused, and the next one is accepted. */
@ExtendWith(OutputCaptureExtension.class)
class HostileTests extends IntakeServiceTest {

    private static final String PLANTED = "Zyxhostile";

    /** The longest text that a schema is asked about, nearly. */
    private static final int LONG = 16_000;

    @AfterEach
    void goesOnServing(CapturedOutput log) {
        submit(aReferral(), aKey()).expect(201);
        assertThat(log).doesNotContain("Answered 500", "StackOverflow", PLANTED);
    }

    static Stream<Arguments> texts() {
        return Stream.of(
                argumentSet("a domain of 8,000 parts", "a@b" + ".c".repeat(LONG / 2) + "@"),
                argumentSet("a domain of 8,000 dots", "a@" + ".".repeat(LONG)),
                argumentSet("an address of white space", "a@b.c" + " ".repeat(LONG) + "x"),
                argumentSet("digits", "0".repeat(LONG)),
                argumentSet("beyond any text", PLANTED.repeat(2_000)),
                argumentSet("thousands of marks", "e" + "\u0300".repeat(5_000) + "\u0323".repeat(5_000)),
                argumentSet("a right-to-left name with a line end", "\u202e" + PLANTED + "\n" + "x".repeat(LONG)));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void refusesTextsThatNoRuleIsMadeForWhereverOneHasAForm(String text) {
        ObjectNode referral = aReferral();
        referral.withObject("referrer").put("email", text).put("phone", text);
        referral.withObject("source").put("system", text);
        ObjectNode child = (ObjectNode) referral.at("/children/0");
        child.put("dateOfBirth", text).put("chi", text).put("ref", text).put("sex", text);
        child.withObject("address").put("postcode", text).put("ward", text);
        referral.put("occurredAt", text).put("lane", text);

        Answer refused = submit(referral, aKey()).expect(422);

        assertThat(refused.json().get("errors").findValuesAsString("pointer"))
                .contains("/referrer/email", "/referrer/phone", "/source/system", "/children/0/dateOfBirth")
                .contains("/children/0/chi", "/children/0/ref", "/children/0/sex", "/occurredAt", "/lane");
        assertThat(refused.body()).doesNotContain(PLANTED);
    }

    @ParameterizedTest
    @CsvSource({"1e-999999999", "1e-400", "1e999999999", "100e2147483647", "3.00000000000000000001", "-1", "26", "1e2"})
    void refusesAnAgeThatIsNone(String age) {
        ObjectNode referral = aReferral();
        ((ObjectNode) referral.at("/children/0")).put("ageEstimate", PLANTED);
        String body = referral.toString().replace('"' + PLANTED + '"', age);

        Answer refused = submit(body, aKey()).expect(422);

        assertThat(refused.json().get("errors").findValuesAsString("pointer")).contains("/children/0/ageEstimate");
    }

    @ParameterizedTest
    @CsvSource({
        "9007199254740992, 9007199254740993",
        "0.1, 0.10000000000000001",
        "'\"?\"', '\"\\ud83d\"'",
        "'\"Infinity\"', 1e999",
        "'[null]', '[1e-999999999]'",
    })
    void takesNoBodyForAnotherThatMostReadersCannotTellFromIt(String first, String second) {
        ObjectNode referral = aReferral();
        referral.withObject("extensions").put("marker", PLANTED);
        String body = referral.toString();
        String key = aKey();

        submit(body.replace('"' + PLANTED + '"', first), key).expect(201);

        Answer other = submit(body.replace('"' + PLANTED + '"', second), key).expect(422);
        assertThat(other.header("Idempotency-Replayed")).isEmpty();
    }

    @Test
    void namesSoManyFaultsAsSomebodyCanMend() {
        ObjectNode referral = aReferral();
        ArrayNode concerns = referral.putArray("concerns");
        for (int index = 0; index < 1_500; index++) {
            concerns.addObject().put(PLANTED, PLANTED).put("about", "x");
        }

        Answer refused = submit(referral, aKey()).expect(422);

        assertThat(refused.json().get("errors").size()).isEqualTo(200);
        assertThat(refused.json().get("truncated").booleanValue()).isTrue();
    }

    @Test
    void logsNoNameThatStandsWhereAnIdOrAKeyBelongs() {
        String token = school("school-rosebank");

        call("/v1/referrals/" + PLANTED).as(token).get().expect(404);
        call("/v1/referrals?sourceReference=" + PLANTED + "&status=" + PLANTED)
                .as(token)
                .get();
        call("/v1/referrals?cursor=" + PLANTED).as(token).get().expect(422);
        call("/v1/referrals?dryRun=" + PLANTED)
                .as(token)
                .with("Idempotency-Key", PLANTED)
                .with("X-Correlation-Id", PLANTED)
                .with("X-Request-Id", PLANTED)
                .post(PLANTED);
        call("/v1/reference-data/" + PLANTED).as(token).get().expect(404);
    }
}
