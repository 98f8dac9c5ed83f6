package scot.fort.intake.referral.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import scot.fort.events.intake.LegalHoldChanged;
import scot.fort.events.intake.ReferralInformationAdded;
import scot.fort.events.intake.ReferralReceived;
import scot.fort.platform.testing.Answer;
import scot.fort.platform.testing.AtOnce;

/** A call that is sent again as it was, by somebody whose network has lost the answer. */
class SentAgainTests extends IntakeServiceTest {

    private static final Map<String, Object> INFORMATION =
            Map.of("text", "Yes.", "corrections", List.of(Map.of("ref", "c1", "address", Map.of("ward", "LOCHEE"))));
    private static final Map<String, Object> CONSENT =
            Map.of("given", false, "by", "a1", "at", "2026-11-24T09:00:00.1234Z", "text", "Changed her mind.");

    private static final Map<String, Map<String, Object>> BODIES = Map.of(
            "information",
            INFORMATION,
            "consent",
            CONSENT,
            "withdraw",
            Map.of("reason", "FAMILY_DECLINED", "text", "They moved."),
            "error",
            Map.of("reason", "WRONG_CHILD", "text", "Not Isla."));

    @ParameterizedTest
    @CsvSource({"information,202,3", "consent,202,2", "withdraw,200,2", "error,200,2"})
    void isToldOnceAndAnsweredEachTime(String command, int status, int told) throws Exception {
        String id = accepted(aReferral());

        List<Answer> answers = AtOnce.all(5, sender -> () -> send(id, command));
        Answer late = send(id, command).expect(status);

        for (Answer answer : answers) {
            assertThat(answer.expect(status).body()).isEqualTo(late.body());
            assertThat(answer.etag()).isEqualTo(late.etag()).isEqualTo("\"2\"");
        }
        toldAndNoMore(id, told);
    }

    @Test
    void readsOnceAndWritesNothing() {
        String id = accepted(aReferral());
        BODIES.keySet().stream()
                .filter(command -> !command.equals("error"))
                .sorted()
                .forEach(command -> {
                    send(id, command);

                    assertThat(databaseCommands.during(() -> send(id, command))).containsExactly("find referrals");
                });
    }

    @Test
    void isAnsweredWhatStandsWhateverHasBecomeOfTheReferral() {
        String id = accepted(aReferral());
        send(id, "information").expect(202);
        send(id, "consent").expect(202);
        send(id, "withdraw").expect(200);

        assertThat(send(id, "information").expect(202).text("status")).isEqualTo("WITHDRAWN");
        assertThat(send(id, "consent").expect(202).text("status")).isEqualTo("WITHDRAWN");
        assertThat(command(id, "withdraw", Map.of("reason", "FAMILY_DECLINED"))
                        .expect(200)
                        .text("status"))
                .isEqualTo("WITHDRAWN");
        assertThat(send(id, "consent").etag()).isEqualTo("\"4\"");
        command(id, "withdraw", Map.of("reason", "OTHER")).expect(409);
    }

    @Test
    void isNewInformationWhenAnotherCameInBetween() {
        String id = accepted(aReferral());

        Answer first =
                command(id, "information", "{\"text\": \"A.\", \"answers\": [{\"text\": \"B.\", \"question\": null}]}");
        Answer repeated = command(id, "information", "{\"answers\":[{\"text\":\"B.\"}],\"text\":\"A.\"}");
        command(id, "information", Map.of("text", "C.")).expect(202);
        Answer anew = command(id, "information", "{\"answers\":[{\"text\":\"B.\"}],\"text\":\"A.\"}");

        assertThat(Stream.of(first, repeated, anew)
                        .map(answer -> answer.expect(202).etag()))
                .containsExactly("\"2\"", "\"2\"", "\"4\"");
    }

    @Test
    void answersASecondQuestionWithTheSameWords() {
        String id = accepted(aReferral());
        Map<String, String> yes = Map.of("text", "Yes.");
        Hub hub = new Hub(SENDER, sealer, (ReferralReceived) TOLD.about(id, 1).getFirst()).takesIt();
        for (int number = 1; number <= 2; number++) {
            hub.asks(number, "Is it so?");
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> tracking(id).text("status").equals("INFORMATION_REQUESTED"));
            command(id, "information", yes).expect(202);
            command(id, "information", yes).expect(202);
        }

        assertThat(toldAndNoMore(id, 3).stream().skip(1).map(event -> ((ReferralInformationAdded) event)
                        .getAnswersQuestion()))
                .containsExactly(1, 2);
    }

    /** Codes and times are left of an erased referral, but nothing by which words could be known again. */
    @Test
    void isKnownByItsCodesAfterAnErasure() {
        String id = accepted(aReferral());
        send(id, "information").expect(202);
        send(id, "withdraw").expect(200);
        call("/v1/referrals/" + id + "/erasure")
                .as(ISSUER.token("olga", "council", "OPERATOR"))
                .post(Map.of("reason", "RETENTION_ENDED"))
                .expect(202);
        call("/v1/referrals/" + id + "/erasure/approve").as(manager()).post().expect(202);

        send(id, "withdraw").expect(200);
        assertThat(send(id, "information").expect(409).text("detail")).contains("erased");
        command(id, "withdraw", Map.of("reason", "OTHER", "text", "More.")).expect(409);
    }

    private Answer send(String id, String command) {
        Map<String, Object> body = Objects.requireNonNull(BODIES.get(command));
        return command.equals("error")
                ? call("/v1/referrals/" + id + "/error").as(manager()).post(body)
                : command(id, command, body);
    }

    /** A hold is told after all that was told before it, so nothing else is under way any more. */
    private List<SpecificRecord> toldAndNoMore(String id, int events) {
        call("/v1/referrals/" + id + "/legal-hold").as(manager()).put(Map.of()).expect(200);

        List<SpecificRecord> told = TOLD.about(id, events + 1);

        assertThat(told).hasSize(events + 1);
        assertThat(told.getLast()).isInstanceOf(LegalHoldChanged.class);
        return told.subList(0, events);
    }
}
