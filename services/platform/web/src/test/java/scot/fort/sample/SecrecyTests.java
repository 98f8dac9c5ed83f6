package scot.fort.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Whatever a caller puts where it does not belong, a child's name for instance, is in no log. */
@ExtendWith(OutputCaptureExtension.class)
class SecrecyTests extends SampleServiceTest {

    static Stream<Arguments> places() {
        return Stream.of(
                argumentSet("the method", PLANTED + " /v1/caller HTTP/1.1\r\n" + token()),
                argumentSet("the path", "GET /v1/" + PLANTED + " HTTP/1.1\r\n" + token()),
                argumentSet("an id", "DELETE /v1/items/" + PLANTED + " HTTP/1.1\r\nIf-Match: *\r\n" + token()),
                argumentSet("the path of somebody unknown", "GET /v1/" + PLANTED + " HTTP/1.1\r\n"),
                argumentSet(
                        "a path that is refused as unsafe", "GET /v1/caller;" + PLANTED + " HTTP/1.1\r\n" + token()),
                argumentSet("a path that climbs", "GET /v1/../" + PLANTED + "/%2e%2e/x HTTP/1.1\r\n" + token()),
                argumentSet("a path that defects", "GET /v1/defect?of=" + PLANTED + " HTTP/1.1\r\n" + token()),
                argumentSet("a time", "GET /v1/since?updatedSince=" + PLANTED + " HTTP/1.1\r\n" + token()),
                argumentSet("a limit", "GET /v1/items?limit=" + PLANTED + " HTTP/1.1\r\n" + token()),
                argumentSet("a cursor", "GET /v1/items?cursor=" + PLANTED + " HTTP/1.1\r\n" + token()),
                argumentSet(
                        "a parameter with odd bytes", "GET /v1/items?x=%C3%28" + PLANTED + " HTTP/1.1\r\n" + token()),
                argumentSet(
                        "a parameter that is not encoded", "GET /v1/items?x=%zz" + PLANTED + " HTTP/1.1\r\n" + token()),
                argumentSet(
                        "too many parameters",
                        "GET /v1/items?" + (PLANTED + "&").repeat(300) + " HTTP/1.1\r\n" + token()),
                argumentSet("a line that is none", "GET /v1/caller?x=|" + PLANTED + " HTTP/1.1\r\n"),
                argumentSet("a protocol", "GET /v1/caller " + PLANTED + "\r\n"),
                argumentSet("the host", "GET /v1/caller HTTP/1.1\r\nHost: " + PLANTED + " x\r\n"),
                argumentSet("a header's name", "GET /v1/caller HTTP/1.1\r\n" + PLANTED + " x: y\r\n"),
                argumentSet(
                        "a header that is too long", "GET /v1/caller HTTP/1.1\r\nX: " + PLANTED.repeat(2_000) + "\r\n"),
                argumentSet("the request's id", header("X-Request-Id")),
                argumentSet("the correlation", header("X-Correlation-Id")),
                argumentSet("the trace", header("traceparent")),
                argumentSet("a cookie", header("Cookie")),
                argumentSet("what is accepted", header("Accept")),
                argumentSet("a language", header("Accept-Language")),
                argumentSet("an origin", header("Origin")),
                argumentSet("a forwarded name", header("X-Forwarded-For")),
                argumentSet(
                        "a version",
                        "DELETE /v1/items/" + PLANTED + " HTTP/1.1\r\nIf-Match: " + PLANTED + "\r\n" + token()),
                argumentSet("the token", "GET /v1/caller HTTP/1.1\r\nAuthorization: Bearer " + PLANTED + "\r\n"),
                argumentSet("a password", "GET /v1/caller HTTP/1.1\r\nAuthorization: Basic " + PLANTED + "\r\n"),
                argumentSet("an expectation", header("Expect")),
                argumentSet("an encoding of the transfer", header("Transfer-Encoding")),
                argumentSet("a length", header("Content-Length")),
                argumentSet("a type", body("{}", "Content-Type: " + PLANTED)),
                argumentSet("a packing", body("{}", "Content-Type: application/json\r\nContent-Encoding: " + PLANTED)),
                argumentSet(
                        "a value", json("{\"code\": \"" + PLANTED + "\", \"note\": \"" + PLANTED.repeat(9) + "\"}")),
                argumentSet(
                        "a member's name", json("{\"" + PLANTED + "\": {\"" + PLANTED + "\": \"" + PLANTED + "\"}}")),
                argumentSet("a name twice", json("{\"" + PLANTED + "\": 1, \"" + PLANTED + "\": 2}")),
                argumentSet("what is no JSON", json("{\"code\": " + PLANTED + "}")),
                argumentSet("what is no JSON after a while", json("{\"code\": \"HOME\"} " + PLANTED)),
                argumentSet("a form", body(PLANTED + "=" + PLANTED, "Content-Type: application/x-www-form-urlencoded")),
                argumentSet("a body too large", json("{\"note\": \"" + PLANTED.repeat(20_000) + "\"}")));
    }

    @ParameterizedTest
    @MethodSource("places")
    void logsNothingThatACallerChose(String request, CapturedOutput log) throws Exception {
        var end = request.contains("\r\n\r\n") ? request : request + "Host: a\r\nConnection: close\r\n\r\n";

        assertThat(Wire.answer(port, end)).startsWith("HTTP/1.1 ");

        assertThat(log).doesNotContain(PLANTED);
    }

    private static String header(String name) {
        return "GET /v1/defect HTTP/1.1\r\n" + name + ": " + PLANTED + "\r\n" + token();
    }

    private static String json(String body) {
        return body(body, "Content-Type: application/json");
    }

    private static String body(String body, String type) {
        return "POST /v1/visits HTTP/1.1\r\n" + token() + type + "\r\nHost: a\r\nConnection: close\r\nContent-Length: "
                + body.length() + "\r\n\r\n" + body;
    }

    private static String token() {
        return "Authorization: Bearer " + ISSUER.token("kim", "mash", "REFERRER") + "\r\n";
    }
}
