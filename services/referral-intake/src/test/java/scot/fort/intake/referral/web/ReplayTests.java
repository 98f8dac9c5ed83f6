package scot.fort.intake.referral.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import scot.fort.intake.IntakeApplication;
import scot.fort.platform.testing.Answer;
import scot.fort.platform.testing.AtOnce;
import scot.fort.platform.testing.Call;
import scot.fort.platform.testing.MovableClock;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The same submission once more, and at the same time; also at a second instance, whose clock is two months ahead. */
class ReplayTests extends IntakeServiceTest {

    private static final JsonMapper JSON = new JsonMapper();

    private static ConfigurableApplicationContext second;

    @TestConfiguration(proxyBeanMethods = false)
    static class TwoMonthsLater {

        @Bean
        Clock clock() {
            return MovableClock.goingFrom(Surroundings.DAY.plus(Duration.ofDays(60)));
        }
    }

    @BeforeAll
    static void startSecondInstance() {
        second = new SpringApplicationBuilder(IntakeApplication.class, TwoMonthsLater.class)
                .properties(Map.copyOf(SETTINGS))
                .run();
    }

    @AfterAll
    static void stopSecondInstance() {
        second.close();
    }

    @Test
    void answersARetryWithTheVerySameBytes() {
        String key = aKey();
        ObjectNode referral = aReferral().put("immediateDanger", true);
        Answer first = submit(referral, key).expect(201);

        Answer again = submit(referral, key).expect(201);

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.text("safetyAdvice")).contains("999");
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.etag()).isEqualTo(first.etag());
        assertThat(TOLD.about(first.text("id"), 1)).hasSize(1);
    }

    @Test
    void answersTheSameAlsoWhenTheReferralHasMovedOn() {
        String key = aKey();
        ObjectNode referral = aReferral();
        Answer first = submit(referral, key).expect(201);
        command(first.text("id"), "withdraw", Map.of("reason", "OTHER")).expect(200);

        assertThat(submit(referral, key).expect(201).body()).isEqualTo(first.body());
    }

    /** The order of members, white space, nulls and the spelling of numbers and letters make no other body. */
    @Test
    void takesTheSameBodyInAnotherFormForTheSame() {
        String key = aKey();
        ObjectNode referral = aReferral();
        referral.remove("views");
        ((ObjectNode) referral.at("/children/0")).put("givenName", "Zoë").put("ageEstimate", 11);
        Answer first = submit(referral, key).expect(201);
        Map<String, JsonNode> backwards = new TreeMap<>(Comparator.reverseOrder());
        referral.forEachEntry(backwards::put);
        ObjectNode reordered = JSON.createObjectNode();
        backwards.forEach(reordered::set);
        String otherForm = JSON.writerWithDefaultPrettyPrinter()
                .writeValueAsString(reordered)
                .replace("Zoë", "Zoe\u0308")
                .replace(" 11,", " 11.0,")
                .replace("\"narrative\"", "\"views\" : null, \"narrative\"");

        assertThat(otherForm).contains("11.0", "e\u0308", "null");
        assertThat(submit(otherForm, key).expect(201).body()).isEqualTo(first.body());
    }

    @Test
    void refusesTheKeyForAnotherBody() {
        String key = aKey();
        submit(aReferral(), key).expect(201);

        Answer refused = submit(aReferral(), key).expect(422);

        assertThat(refused.text("code")).isEqualTo("idempotency-key-reused");
    }

    @Test
    void refusesTheSameRecordOfTheSenderUnderAnotherKey() {
        ObjectNode referral = aReferral();
        Answer first = submit(referral, aKey()).expect(201);

        Answer refused = submit(referral, aKey()).expect(409);

        assertThat(refused.text("code")).isEqualTo("duplicate-source");
        assertThat(refused.json().at("/existing/id").stringValue()).isEqualTo(first.text("id"));
        assertThat(refused.json().at("/existing/reference").stringValue()).isEqualTo(first.text("reference"));
    }

    @Test
    void keepsKeysAndSourcesOfOrganisationsApart() {
        String key = aKey();
        ObjectNode referral = aReferral();
        Answer rosebank = submit(referral, key).expect(201);

        Answer craigie = call("/v1/referrals")
                .as(school("school-craigie"))
                .with("Idempotency-Key", key)
                .post(referral)
                .expect(201);

        assertThat(craigie.text("id")).isNotEqualTo(rosebank.text("id"));
    }

    /** A retry is answered as the first time, also when its dates would not be accepted any more. */
    @Test
    void answersARetryThatComesTwoMonthsLater() {
        String key = aKey();
        ObjectNode referral = aReferral();
        ObjectNode child = (ObjectNode) referral.at("/children/0");
        child.remove("dateOfBirth");
        child.put("expectedDateOfBirth", "2026-12-01");
        Answer first = submit(referral, key).expect(201);

        assertThat(submitToSecond(referral, key).expect(201).body()).isEqualTo(first.body());
        assertThat(submitToSecond(referral, aKey()).expect(422).text("code")).isEqualTo("invalid");
        assertThat(submitToSecond(referral.put("narrative", "Another."), key)
                        .expect(422)
                        .text("code"))
                .isEqualTo("invalid");
    }

    /** The sender is gone before it could read the answer. */
    @Test
    void answersARetryAfterTheAnswerWasLost() throws IOException {
        String key = aKey();
        ObjectNode referral = aReferral();
        sendAndHangUp(referral, key);
        String source = referral.at("/source/reference").stringValue();
        JsonNode stored = Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> bySource(source), found -> found.at("/items").size() == 1);

        Answer again = submit(referral, key).expect(201);

        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.text("id")).isEqualTo(stored.at("/items/0/id").stringValue());
    }

    @RepeatedTest(5)
    void makesOneReferralOfManySubmissionsAtOnce() throws Exception {
        String key = aKey();
        ObjectNode referral = aReferral();

        List<Answer> answers =
                AtOnce.all(16, sender -> () -> sender % 2 == 1 ? submitToSecond(referral, key) : submit(referral, key));

        assertThat(answers).allMatch(answer -> answer.status() == 201);
        Set<String> bodies = answers.stream().map(Answer::body).collect(Collectors.toSet());
        assertThat(bodies).hasSize(1);
        assertThat(answers.stream()
                        .filter(answer -> answer.header("Idempotency-Replayed").isEmpty()))
                .hasSize(1);
        assertThat(bySource(referral.at("/source/reference").stringValue()).at("/items"))
                .hasSize(1);
    }

    @Test
    void givesOneOfManyDifferentSubmissionsTheKey() throws Exception {
        String key = aKey();

        List<Answer> answers = AtOnce.all(12, sender -> () -> submit(aReferral(), key));

        assertThat(answers)
                .extracting(Answer::status)
                .containsOnlyOnce(201)
                .contains(422)
                .containsOnly(201, 422);
    }

    private JsonNode bySource(String reference) {
        return call("/v1/referrals?sourceSystem=seemis&sourceReference=" + reference)
                .as(school("school-rosebank"))
                .get()
                .json();
    }

    private static Answer submitToSecond(Object referral, String key) {
        String port = second.getEnvironment().getRequiredProperty("local.server.port");
        return Call.to("http://127.0.0.1:" + port + "/v1/referrals")
                .as(school("school-rosebank"))
                .with("Idempotency-Key", key)
                .post(referral);
    }

    private void sendAndHangUp(ObjectNode referral, String key) throws IOException {
        byte[] body = JSON.writeValueAsBytes(referral);
        String head = String.join(
                "\r\n",
                "POST /v1/referrals HTTP/1.1",
                "Host: 127.0.0.1",
                "Authorization: Bearer " + school("school-rosebank"),
                "Idempotency-Key: " + key,
                "Content-Type: application/json",
                "Content-Length: " + body.length,
                "",
                "");
        try (Socket socket = new Socket("127.0.0.1", port);
                OutputStream out = socket.getOutputStream()) {
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            out.write(body);
            out.flush();
        }
    }
}
