package scot.fort.sample;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class ProblemTests extends SampleServiceTest {

    private static final String RANDOM_ID = "5f0f3c1e-7f0b-4bb0-9a43-0d8a3a1b2c4d";

    @ParameterizedTest
    @CsvSource({
        "GET, /v1/nothing-here, 404, not-found",
        "GET, /favicon.ico, 404, not-found",
        "DELETE, /v1/items/no-uuid, 404, not-found",
        "POST, /v1/caller, 405, method-not-allowed",
        "OPTIONS, /v1/caller, 403, forbidden",
        "GET, /v1/since, 422, invalid",
        "GET, /v1/since?updatedSince=yesterday, 422, invalid",
        "GET, /v1/since?updatedSince=%2B300000000-01-01T00:00:00Z, 422, invalid",
        "GET, /v1/since?updatedSince=123, 422, invalid",
        "GET, /v1/items?limit=0, 422, invalid",
        "GET, /v1/refused, 409, illegal-transition",
        "GET, /v1/defect, 500, internal",
        "GET, /v1/filtered, 500, internal",
        "GET, /v1/broken-pipe, 500, internal",
        "GET, /v1/unreachable, 503, unavailable",
        "GET, /v1/bare-status, 400, bad-request",
        "GET, /v1/caller;matrix=1, 400, bad-request",
        "GET, /v1/%2e%2e/caller, 400, bad-request",
        "GET, //v1/caller, 400, bad-request",
        "GET, /error, 403, forbidden",
        "POST, /v1/visits, 415, unsupported-media-type",
    })
    void answersEveryRefusalAsAProblem(String method, String path, int status, String code) throws Exception {
        var request = as(path, "REFERRER").method(method, BodyPublishers.ofString(method.equals("POST") ? "x" : ""));

        var response = send(request.build());

        assertProblem(response, status, code);
    }

    @Test
    void answersAnUnacceptableMediaTypeAsAProblem() throws Exception {
        var response = send(as("/v1/caller").header("Accept", "image/png").build());

        assertProblem(response, 406, "not-acceptable");
    }

    @Test
    void answersWhatTheContainerRefusesAsAProblem() throws Exception {
        assertThat(raw("GET /v1/caller?x=| HTTP/1.1"))
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json", "\"code\":\"bad-request\"")
                .doesNotContain("<html", "Tomcat");
    }

    @Test
    void saysWhichTransitionsAreLegal() throws Exception {
        var problem = json(send(as("/v1/refused").build()));

        assertThat(problem.get("allowed").get(0).stringValue()).isEqualTo("IN_SCREENING");
        assertThat(problem.get("detail").stringValue()).isEqualTo("It is closed.");
        assertThat(problem.get("type").stringValue()).isEqualTo("urn:fort:problem:illegal-transition");
        assertThat(problem.get("instance").stringValue()).isEqualTo("/v1/refused");
    }

    @Test
    void namesTheQueryParameterThatIsWrong() throws Exception {
        var problem = json(send(as("/v1/since?updatedSince=yesterday").build()));

        assertThat(problem.at("/errors/0/pointer").stringValue()).isEqualTo("/updatedSince");
    }

    @Test
    void saysWhenToTryAgainAndWhatIsAllowed() throws Exception {
        var unavailable = send(as("/v1/unreachable").build());
        var method = send(as("/v1/caller").POST(BodyPublishers.noBody()).build());

        assertThat(unavailable.headers().firstValue("Retry-After")).hasValue("2");
        assertThat(method.headers().firstValue("Allow")).hasValue("GET");
    }

    @Test
    void logsADefectWithItsPlaceAndCorrelationButWithoutItsMessage(CapturedOutput output) throws Exception {
        var response =
                send(as("/v1/defect").header("X-Correlation-Id", RANDOM_ID).build());
        send(as("/v1/filtered").build());

        assertThat(response.body()).doesNotContain(PLANTED, "IllegalState", "scot.fort");
        assertThat(output)
                .contains("java.lang.IllegalStateException", "SampleController.defect", RANDOM_ID)
                .doesNotContain(PLANTED);
    }

    private String raw(String requestLine) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream()
                    .write((requestLine + "\r\nHost: a\r\nConnection: close\r\n\r\n").getBytes(US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), US_ASCII);
        }
    }

    private static void assertProblem(HttpResponse<String> response, int status, String code) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(json(response).get("code").stringValue()).isEqualTo(code);
        assertThat(json(response).get("status").intValue()).isEqualTo(status);
        assertThat(json(response).get("title").stringValue()).isNotBlank();
        assertThat(response.body()).doesNotContain(PLANTED, "Exception", "trace");
    }
}
