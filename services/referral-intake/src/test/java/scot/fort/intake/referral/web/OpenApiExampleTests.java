package scot.fort.intake.referral.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import scot.fort.platform.testing.Answer;
import scot.fort.platform.testing.Call;
import scot.fort.platform.testing.openapi.ApiDescription;
import tools.jackson.databind.JsonNode;

/** The service does what its description says. */
class OpenApiExampleTests extends IntakeServiceTest {

    private static final String REFERRALS = "/v1/referrals";
    private static final String ONE = REFERRALS + "/{id}";

    @Test
    void describesItselfToWhoeverHasAToken() {
        Answer described = call("/openapi.json").as(manager()).get().expect(200);

        assertThat(described.text("openapi")).startsWith("3.1.");
        call("/openapi.json")
                .as(manager())
                .with("If-None-Match", described.etag())
                .get()
                .expect(304);
        call("/openapi.json").get().expect(401);
    }

    @TestFactory
    Stream<DynamicTest> answersEachExampleAsDescribed() {
        ApiDescription description = description();
        ExampleCalls calls = new ExampleCalls(this);

        return description.examples().stream()
                .map(example -> DynamicTest.dynamicTest(example.toString(), () -> {
                    Answer answer = calls.send(example).expect(example.status());

                    assertThat(description.faults(example.method() + " " + example.path(), answer))
                            .isEmpty();
                    if (example.answer() != null && answer.status() >= 400) {
                        assertThat(refusal(answer.json())).isEqualTo(refusal(example.answer()));
                    }
                }));
    }

    @Test
    void refusesAsDescribed() {
        ApiDescription description = description();
        String id = accepted(aReferral());
        String large = "{\"text\": \"" + "x".repeat(256 * 1024) + "\"}";

        assertThat(List.of(
                        refused(
                                description,
                                "POST " + REFERRALS,
                                call(REFERRALS).post(aReferral()),
                                401),
                        refused(
                                description,
                                "GET " + REFERRALS,
                                call(REFERRALS).as("x").get(),
                                401),
                        refused(
                                description,
                                "GET " + ONE,
                                call(ONE.replace("{id}", id)).as(manager()).get(),
                                403),
                        refused(description, "GET " + ONE, tracking("none"), 404),
                        refused(description, "POST " + ONE + "/withdraw", command(id, "withdraw", "{"), 400),
                        refused(description, "POST " + ONE + "/information", command(id, "information", large), 413),
                        refused(description, "POST " + ONE + "/consent", command(id, "consent", "{}"), 422),
                        refused(description, "POST " + REFERRALS, submit(aReferral(), "two words"), 400),
                        refused(description, "POST " + REFERRALS, school().post(aReferral()), 428),
                        refused(
                                description,
                                "POST " + REFERRALS,
                                school().with("Content-Encoding", "gzip").post("{}"),
                                415)))
                .allMatch(List::isEmpty);
    }

    private Call school() {
        return call(REFERRALS).as(school("school-rosebank"));
    }

    private static List<String> refused(ApiDescription description, String operation, Answer answer, int status) {
        return description.faults(operation, answer.expect(status));
    }

    private ApiDescription description() {
        return new ApiDescription(
                call("/openapi.json").as(manager()).get().expect(200).json());
    }

    /** The code of a problem, and where it sees which faults. */
    private static List<String> refusal(JsonNode answer) {
        return Stream.concat(
                        Stream.of(answer.path("code").asString("")),
                        answer.path("errors")
                                .valueStream()
                                .map(error -> error.get("pointer").stringValue() + " "
                                        + error.get("code").stringValue())
                                .sorted())
                .toList();
    }
}
