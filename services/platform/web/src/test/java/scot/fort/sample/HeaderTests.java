package scot.fort.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** What every answer says beside what was asked, whoever in the service makes it. */
class HeaderTests extends SampleServiceTest {

    private static final Pattern HEADER = Pattern.compile("^([A-Za-z-]+): (.*?)\r?$", Pattern.MULTILINE);

    static Stream<Arguments> requests() {
        return Stream.of(
                Arguments.of(200, get("/v1/caller")),
                Arguments.of(204, "DELETE /v1/items/" + UUID.randomUUID() + " HTTP/1.1\r\nIf-Match: *\r\n" + token()),
                Arguments.of(401, "GET /v1/caller HTTP/1.1\r\n"),
                Arguments.of(401, "GET /v1/caller HTTP/1.0\r\n"),
                Arguments.of(403, get("/v1/unannotated")),
                Arguments.of(404, get("/v1/nothing-here")),
                Arguments.of(405, "PATCH /v1/caller HTTP/1.1\r\n" + token()),
                Arguments.of(405, "TRACE /v1/caller HTTP/1.1\r\n"),
                Arguments.of(400, "FIND /v1/caller HTTP/1.1\r\n"),
                Arguments.of(400, get("/v1/caller;a=b")),
                Arguments.of(400, get("/v1/items?limit=%zz")),
                Arguments.of(400, get("/v1/items?" + "a=b&".repeat(300))),
                Arguments.of(400, "GET /v1/caller?x=| HTTP/1.1\r\n"),
                Arguments.of(400, "GET /v1/caller HTTP/9.9\r\n"),
                Arguments.of(400, "\u0001\u0002 \u0003\r\n"),
                Arguments.of(400, "GET /v1/caller HTTP/1.1\r\nX-Long: " + "x".repeat(20_000) + "\r\n"),
                Arguments.of(400, "GET /v1/caller HTTP/1.1\r\n" + "X-Many: x\r\n".repeat(1_000)),
                Arguments.of(400, "GET /" + "x".repeat(20_000) + " HTTP/1.1\r\n"),
                Arguments.of(400, "GET /v1/caller HTTP/1.1\r\nHost: b\r\n"),
                Arguments.of(400, "GET /v1/caller HTTP/1.1\r\nX-Request-Id: a\0b\r\n"),
                Arguments.of(400, "GET /v1/caller HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n"),
                Arguments.of(400, "GET /v1/caller HTTP/1.1\r\nTransfer-Encoding: gzip, chunked\r\n"),
                Arguments.of(409, get("/v1/refused")),
                Arguments.of(400, get("/v1/bare-status")),
                Arguments.of(500, get("/v1/defect")),
                Arguments.of(500, get("/v1/filtered")),
                Arguments.of(503, get("/v1/unreachable")));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void protectsAndNamesEveryAnswer(int status, String request) throws Exception {
        assertProtected(answer(port, request), status);
    }

    @ParameterizedTest
    @MethodSource("management")
    void protectsAndNamesEveryAnswerOfTheManagementPort(int status, String request) throws Exception {
        assertProtected(answer(managementPort, request), status);
    }

    static Stream<Arguments> management() {
        return Stream.of(
                Arguments.of(200, "GET /actuator/health HTTP/1.1\r\n"),
                Arguments.of(401, "GET /actuator/metrics HTTP/1.1\r\n"),
                Arguments.of(403, get("/actuator/metrics")),
                Arguments.of(400, "GET /actuator/health;a=b HTTP/1.1\r\n"),
                Arguments.of(400, "GET /actuator/health?x=| HTTP/1.1\r\n"));
    }

    @Test
    void demandsTlsOfThoseAloneWhoCameByItThroughTheProxyThatEndsIt() throws Exception {
        var throughProxy = get("/v1/caller") + "X-Forwarded-Proto: https\r\n";
        try (var behindProxy = new SpringApplicationBuilder(SampleApplication.class)
                .run("--fort.security.issuer=" + ISSUER.uri(), "--server.forward-headers-strategy=native")) {
            var itsPort = Integer.parseInt(behindProxy.getEnvironment().getRequiredProperty("local.server.port"));

            assertThat(headers(answer(itsPort, throughProxy)))
                    .containsEntry("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
            assertThat(headers(answer(itsPort, get("/v1/caller")))).doesNotContainKey("Strict-Transport-Security");
        }
        assertThat(headers(answer(port, throughProxy))).doesNotContainKey("Strict-Transport-Security");
    }

    private static void assertProtected(String answer, int status) {
        assertThat(answer).startsWith("HTTP/1.1 " + status + " ").doesNotContain("<html", "Tomcat", "Exception");
        assertThat(headers(answer))
                .containsEntry("X-Content-Type-Options", "nosniff")
                .containsEntry("Cache-Control", "no-store")
                .containsEntry("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
                .containsEntry("Referrer-Policy", "no-referrer")
                .containsEntry("X-Frame-Options", "DENY")
                .containsKeys("X-Request-Id", "X-Correlation-Id", "X-Log-Id")
                .doesNotContainKeys("Server", "X-Powered-By", "Set-Cookie", "Access-Control-Allow-Origin");
        if (status >= 400) {
            assertThat(headers(answer).get("Content-Type")).startsWith("application/problem+json");
        }
    }

    private static String answer(int port, String request) throws IOException {
        return Wire.answer(port, request + "Host: a\r\nConnection: close\r\n\r\n");
    }

    private static Map<String, String> headers(String answer) {
        return HEADER.matcher(answer)
                .results()
                .collect(Collectors.toMap(header -> header.group(1), header -> header.group(2), (one, other) -> one));
    }

    private static String get(String path) {
        return "GET " + path + " HTTP/1.1\r\n" + token();
    }

    private static String token() {
        return "Authorization: Bearer " + ISSUER.token("kim", "mash", "REFERRER") + "\r\n";
    }
}
