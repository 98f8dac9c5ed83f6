package scot.fort.intake.referral.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import scot.fort.intake.IntakeApplication;
import scot.fort.intake.admission.Admission;
import scot.fort.intake.referral.Receipt;
import scot.fort.intake.referral.Referrals;
import scot.fort.intake.referral.SubmissionHandler;
import scot.fort.intake.referral.content.ReferralSeals;
import scot.fort.intake.referral.form.ReferralForm;
import scot.fort.intake.referral.form.ReferralRules;
import scot.fort.intake.referral.submission.Outcome;
import scot.fort.intake.referral.submission.SafetyAdvice;
import scot.fort.intake.referral.submission.Submissions;
import scot.fort.platform.testing.Answer;
import scot.fort.platform.testing.Call;
import scot.fort.platform.web.body.CheckedBodies;
import scot.fort.platform.web.problem.Problem;
import scot.fort.platform.web.problem.ProblemCode;
import scot.fort.platform.web.problem.ProblemMapper;
import scot.fort.platform.web.request.RequestContext;
import scot.fort.platform.web.security.Caller;
import scot.fort.platform.web.security.Role;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Whoever reports immediate danger is told what to do now, above all when the referral was not taken. */
class DangerTests extends BatchServiceTest {

    private static final String ROWS =
            "idempotencyKey,lane,immediateDanger,source.system,source.reference,referrer.name";

    @Autowired
    ReferralRules rules;

    @Autowired
    ReferralSeals seals;

    @Autowired
    Referrals referrals;

    @Autowired
    Admission admission;

    @Autowired
    Clock clock;

    @Autowired
    ProblemMapper problems;

    @Test
    void tellsASenderWhoseReferralIsNotTaken() {
        ObjectNode sent = inDanger();
        String key = aKey();
        submit(sent, key).expect(201);

        assertTold(submit(sent, aKey()).expect(409), "duplicate-source");
        assertTold(submit(inDanger(), key).expect(422), "idempotency-key-reused");
        assertTold(submit(inDanger().put("narrative", 7), aKey()).expect(422), "invalid");
        assertTold(
                submit(inDanger().put("occurredAt", "2027-01-01T00:00:00Z"), aKey())
                        .expect(422),
                "invalid");
        assertTold(submit("{\"immediateDanger\": true}", aKey()).expect(422), "invalid");
        assertTold(submit(inDanger(), "two words").expect(400), "bad-request");
        assertTold(
                call("/v1/referrals")
                        .as(school("school-rosebank"))
                        .post(inDanger())
                        .expect(428),
                "idempotency-key-required");
    }

    @Test
    void tellsNobodyElse() {
        List<Answer> others = List.of(
                submit(aReferral().put("narrative", 7), aKey()),
                submit(aReferral().put("immediateDanger", "true"), aKey()),
                call("/v1/referrals?dryRun=true")
                        .as(school("school-rosebank"))
                        .post(inDanger().put("narrative", 7)));

        assertThat(others).noneMatch(answer -> answer.expect(422).json().has("safetyAdvice"));
    }

    @Test
    void tellsItAtTheLineOfABatch() {
        ObjectNode sent = inDanger();
        submit(sent, aKey()).expect(201);
        String[] batch = {
            line(aKey(), inDanger().put("narrative", 7)),
            line(aKey(), sent),
            line("two words", inDanger()),
            line(aKey(), inDanger()).replaceFirst("\\{", "{\"more\": 1, "),
            line(aKey(), aReferral().put("narrative", 7)),
            "{\"more\": 1}"
        };

        assertThat(sendLines(batch))
                .extracting(line -> line.get("status").intValue() + " " + line.has("safetyAdvice"))
                .containsExactly("422 true", "409 true", "400 true", "422 true", "422 false", "422 false");
        assertThat(lines(send(batch(NDJSON, String.join("\n", batch))
                        .uri(URI.create("http://127.0.0.1:" + port + "/v1/referrals/batch?dryRun=true")))))
                .noneMatch(line -> line.has("safetyAdvice"));
    }

    @Test
    void tellsItAtTheRowOfAFile() {
        List<JsonNode> rows = sendRows(
                ROWS,
                aKey() + ",FAMILY_SUPPORT,yes",
                aKey() + ",FAMILY_SUPPORT,yes,seemis,1,Petrie, Morag",
                aKey() + ",FAMILY_SUPPORT,no",
                aKey() + ",FAMILY_SUPPORT,perhaps");

        assertThat(rows)
                .extracting(row -> row.get("status").intValue() + " " + row.has("safetyAdvice"))
                .containsExactly("422 true", "422 true", "422 false", "422 false");
    }

    @Test
    void tellsItWhileTheDatabaseIsAway() {
        Map<String, Object> away = new HashMap<>(SETTINGS);
        away.put("FORT_MONGODB_URI", "mongodb://127.0.0.1:1/?serverSelectionTimeoutMS=200");
        try (ConfigurableApplicationContext instance = new SpringApplicationBuilder(IntakeApplication.class)
                .properties(away)
                .run()) {
            String path =
                    "http://127.0.0.1:" + instance.getEnvironment().getProperty("local.server.port") + "/v1/referrals";
            Call alone = Call.to(path).as(school("school-rosebank")).with("Idempotency-Key", aKey());
            Call many = Call.to(path + "/batch").as(school("school-rosebank")).contentType(NDJSON);

            Answer refused = alone.post(inDanger()).expect(503);
            JsonNode line = lines(many.post(line(aKey(), inDanger()))).getFirst();

            assertTold(refused, "unavailable");
            assertThat(refused.header("Retry-After")).isEqualTo("2");
            assertThat(line.get("status").intValue()).isEqualTo(503);
            assertThat(line.get("safetyAdvice").stringValue()).contains("999");
        }
    }

    @Test
    void tellsItAfterADefect() {
        assertThat(refusedByADefect(inDanger()).code()).isEqualTo(ProblemCode.INTERNAL);
        assertThat(refusedByADefect(inDanger()).members()).containsEntry("safetyAdvice", "Ring 999 now.");
        assertThat(refusedByADefect(aReferral()).members()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?dryRun=true"})
    void takesOneKeyAndNotTwo(String query) {
        String key = aKey();

        Answer refused = call("/v1/referrals" + query)
                .as(school("school-rosebank"))
                .with("Idempotency-Key", key)
                .with("Idempotency-Key", key)
                .post(aReferral());

        assertThat(refused.expect(400).text("code")).isEqualTo("bad-request");
    }

    private static ObjectNode inDanger() {
        return aReferral().put("immediateDanger", true);
    }

    private static void assertTold(Answer answer, String code) {
        assertThat(answer.text("code")).isEqualTo(code);
        assertThat(answer.text("safetyAdvice")).contains("999");
    }

    private Problem refusedByADefect(ObjectNode body) {
        SubmissionHandler defect = new SubmissionHandler(
                referrals,
                admission,
                () -> {
                    throw new IllegalStateException("a defect");
                },
                () -> aKey(),
                seals,
                Receipt::reference);
        Submissions submissions = new Submissions(
                rules, seals, defect, referrals, clock, problems::of, new SafetyAdvice("Ring 999 now."));
        Outcome outcome = submissions.submit(
                aKey(),
                new CheckedBodies().check(body, ReferralForm.class),
                new Caller("kim", "school-rosebank", "SCHOOL", Set.of(Role.REFERRER)),
                new RequestContext("r", "c", null));
        return ((Outcome.Refused) outcome).problem();
    }
}
