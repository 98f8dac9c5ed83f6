package scot.fort.intake.referral.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scot.fort.intake.referral.Reference;
import scot.fort.platform.testing.Answer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Lines of JSON, each answered as if it had been sent alone. */
class BatchTests extends BatchServiceTest {

    @Test
    void answersEachLineWithWhatItAloneWouldHaveBeenAnswered() {
        ObjectNode taken = aReferral();
        String takenKey = aKey();
        String existing = submit(taken, takenKey).expect(201).text("id");

        Answer answer = send(batch(
                NDJSON,
                String.join(
                        "\n",
                        line(aKey(), aReferral().put("immediateDanger", true)),
                        "{\"idempotencyKey\": ",
                        line(aKey(), aReferral().put("narrative", 7).put("sneaky", 1)),
                        line(takenKey, taken),
                        line(takenKey, aReferral()),
                        line(aKey(), taken),
                        JSON.writeValueAsString(JSON.createObjectNode().set("referral", aReferral())),
                        line("two words", aReferral()),
                        line(aKey(), aReferral()))));

        List<JsonNode> lines = lines(answer);
        assertThat(answer.header("Content-Type")).isEqualTo("application/x-ndjson");
        assertThat(lines).extracting(line -> line.get("line").intValue()).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(lines)
                .extracting(line ->
                        line.get("status").intValue() + " " + line.path("code").asString(""))
                .containsExactly(
                        "201 ",
                        "400 malformed-json",
                        "422 invalid",
                        "201 ",
                        "422 idempotency-key-reused",
                        "409 duplicate-source",
                        "428 idempotency-key-required",
                        "400 bad-request",
                        "201 ");
        assertThat(Reference.isSound(lines.getFirst().get("reference").stringValue()))
                .isTrue();
        assertThat(lines.getFirst().get("safetyAdvice").stringValue()).contains("999");
        assertThat(errors(lines.get(2))).containsExactly("/narrative wrong-type", "/sneaky unknown-field");
        assertThat(lines.get(3).get("id").stringValue()).isEqualTo(existing);
        assertThat(lines.get(3).get("replayed").booleanValue()).isTrue();
        assertThat(lines.get(5).at("/existing/id").stringValue()).isEqualTo(existing);
        assertThat(lines.getLast().propertyNames()).containsExactly("line", "status", "id", "reference");
        tracking(lines.getLast().get("id").stringValue()).expect(200);
    }

    @Test
    void passesOverEmptyLinesButCountsThem() {
        List<JsonNode> lines = lines(send(batch(
                NDJSON, "\uFEFF" + line(aKey(), aReferral()) + "\r\n\r\n  \n" + line(aKey(), aReferral()) + "\n")));

        assertThat(lines).extracting(line -> line.get("line").intValue()).containsExactly(1, 4);
        assertThat(lines).extracting(line -> line.get("status").intValue()).containsOnly(201);
    }

    @Test
    void answersNothingWithNothing() {
        assertThat(send(batch(NDJSON, "")).expect(200).body()).isEmpty();
    }

    @Test
    void refusesALineThatIsTooLongAndGoesOn() {
        String first = line(aKey(), aReferral());
        String longest = first + " ".repeat(256 * 1024 - first.getBytes(StandardCharsets.UTF_8).length);

        List<JsonNode> lines = sendLines(longest, longest + " ", line(aKey(), aReferral()));

        assertThat(lines).extracting(line -> line.get("status").intValue()).containsExactly(201, 413, 201);
        assertThat(lines.get(1).get("code").stringValue()).isEqualTo("too-large");
    }

    @Test
    void saysWhatIsWrongWithTheLineItself() {
        List<JsonNode> lines = sendLines(
                "[]",
                "{}",
                "{\"referral\": 7, \"idempotencyKey\": 8}",
                JSON.writeValueAsString(aReferral()),
                "{\"referral\": {}, \"Not harmless\": 1, \"lane\": 1}");

        assertThat(lines).extracting(line -> line.get("status").intValue()).containsOnly(422);
        assertThat(lines).allMatch(line -> line.get("detail").stringValue().startsWith("A line is an object"));
        assertThat(lines.stream().map(BatchServiceTest::errors))
                .startsWith(
                        List.of(" wrong-type"),
                        List.of("/referral required"),
                        List.of("/idempotencyKey wrong-type", "/referral wrong-type"))
                .endsWith(List.of(" unknown-field", "/lane unknown-field"));
        assertThat(errors(lines.get(3))).contains("/referral required", "/narrative unknown-field");
    }

    @Test
    void findsControlCharactersInTheReferralWhereTheyAre() {
        ObjectNode referral = aReferral().put("narrative", "One.\n\tTwo.\u0007");
        ((ObjectNode) referral.at("/children/0")).put("givenName", "Is\u0000la");

        List<JsonNode> lines = sendLines(line(aKey(), referral));

        assertThat(errors(lines.getFirst()))
                .containsExactly("/children/0/givenName bad-format", "/narrative bad-format");
    }

    @Test
    void givesTheSameIdsWhenABatchIsSentAgainWhole() {
        String[] batch = IntStream.range(0, 20)
                .mapToObj(number -> line(aKey(), aReferral()))
                .toArray(String[]::new);
        List<JsonNode> first = sendLines(batch);

        List<JsonNode> again = sendLines(batch);

        assertThat(again).allMatch(line -> line.get("replayed").booleanValue());
        assertThat(again)
                .extracting(line -> line.get("id").stringValue())
                .isEqualTo(
                        first.stream().map(line -> line.get("id").stringValue()).toList());
    }

    @Test
    void triesLinesOutWithoutKeepingAnything() {
        String key = aKey();
        ObjectNode referral = aReferral();

        List<JsonNode> tried = lines(send(batch(
                        NDJSON,
                        BodyPublishers.ofString(line(key, referral) + "\n"
                                + line(aKey(), aReferral().put("narrative", 7))))
                .uri(URI.create("http://127.0.0.1:" + port + "/v1/referrals/batch?dryRun=true"))));

        assertThat(tried.get(0).get("status").intValue()).isEqualTo(200);
        assertThat(tried.get(0).get("valid").booleanValue()).isTrue();
        assertThat(errors(tried.get(1))).containsExactly("/narrative wrong-type");
        assertThat(submit(referral, key).expect(201).header("Idempotency-Replayed"))
                .isEmpty();
    }

    @Test
    void refusesAnUnclearDryRun() {
        Answer refused = send(batch(NDJSON, line(aKey(), aReferral()))
                .uri(URI.create("http://127.0.0.1:" + port + "/v1/referrals/batch?dryRun=maybe")));

        assertThat(refused.expect(422).json().at("/errors/0/pointer").stringValue())
                .isEqualTo("/dryRun");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "text/plain",
                "text/csv; charset=iso-8859-1",
                "application/x-ndjson; charset=utf-16"
            })
    void refusesOtherMediaTypes(String type) {
        assertThat(send(batch(type, "")).expect(415).text("code")).isEqualTo("unsupported-media-type");
    }

    @Test
    void refusesACodedBody() {
        send(batch(NDJSON, line(aKey(), aReferral())).header("Content-Encoding", "gzip"))
                .expect(415);
    }

    @Test
    void takesBatchesOfReferrersOnly() {
        send(batch(NDJSON, "").setHeader("Authorization", "Bearer " + manager()))
                .expect(403);
        send(batch(NDJSON, "").setHeader("Authorization", "Bearer nobody")).expect(401);
        call("/v1/referrals/batch/template.csv").as(manager()).get().expect(403);
    }
}
