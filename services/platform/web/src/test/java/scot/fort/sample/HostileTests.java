package scot.fort.sample;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.context.TestPropertySource;

/** Whatever comes is answered once, clearly and cheaply, and the service goes on serving. */
@TestPropertySource(properties = {"server.tomcat.connection-timeout=500ms", "fort.web.body.time=1s"})
@ExtendWith(OutputCaptureExtension.class)
class HostileTests extends SampleServiceTest {

    private static final int LIMIT = 256 * 1024;
    private static final String GOOD = "{\"code\": \"HOME\", \"note\": \"n\"}";

    @AfterEach
    void goesOnServing(CapturedOutput log) throws Exception {
        assertThat(send(post("/v1/visits", GOOD)).statusCode()).isEqualTo(200);
        assertThat(log).doesNotContain("Answered 500", "OutOfMemory", "StackOverflow");
    }

    @ParameterizedTest
    @MethodSource("scot.fort.sample.HostileBodies#all")
    void refusesABodyThatIsMadeToHarm(String body, int status, String code) throws Exception {
        var response = send(as("/v1/visits", "REFERRER")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body, ISO_8859_1))
                .build());

        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(json(response).get("code").stringValue()).isEqualTo(code);
        assertThat(response.body()).hasSizeLessThan(200_000).doesNotContain("Exception");
    }

    @Test
    void namesTheFirstOfThousandsOfFaultsAndSaysThatThereAreMore() throws Exception {
        var members = new StringBuilder();
        for (int index = 0; index < 1_000; index++) {
            members.append("\"n").append(index).append("\": 1, ");
        }

        var problem = json(send(post("/v1/visits", "{" + members + "\"code\": \"HOME\", \"note\": \"n\"}")));

        assertThat(problem.get("errors").size()).isEqualTo(200);
        assertThat(problem.get("truncated").booleanValue()).isTrue();
    }

    @Test
    void namesAPlaceFarDownByTheLastOfItsPlacesThatHasAShortName() throws Exception {
        var name = "n".repeat(250);
        var body = HostileBodies.visit(
                "\"extensions\": " + ("{\"" + name + "\": ").repeat(20) + "\"\\u0000\"" + "}".repeat(20));

        var pointer =
                json(send(post("/v1/visits", body))).at("/errors/0/pointer").stringValue();

        assertThat(pointer).isEqualTo("/extensions" + ("/" + name).repeat(3));
    }

    @Test
    void takesABodyOfTheLimitAndNotAByteMore() throws Exception {
        var full = GOOD + " ".repeat(LIMIT - GOOD.length());

        assertThat(send(post("/v1/visits", full)).statusCode()).isEqualTo(200);
        assertThat(send(post("/v1/visits", full + " ")).statusCode()).isEqualTo(413);
    }

    @Test
    void endsABodyThatHasNoEnd() throws Exception {
        try (var wire = new Wire(port)) {
            wire.send(head("/v1/visits", "Content-Type: application/json", "Transfer-Encoding: chunked"));
            var chunk = "10000\r\n" + " ".repeat(0x10000) + "\r\n";
            long sent = 0;
            try {
                for (; sent < 1L << 30; sent += chunk.length()) {
                    wire.send(chunk);
                    if (sent % (1 << 20) == 0) System.out.println(System.nanoTime() / 1000000 + " " + sent);
                }
            } catch (IOException closed) {
                assertThat(sent).isLessThan(64L << 20);
            }

            assertThat(sent).isLessThan(1L << 30);
        }
    }

    @Test
    void answersABodyWithoutEndBeforeItClosesTheConnection() throws Exception {
        try (var wire = new Wire(port)) {
            wire.send(head("/v1/visits", "Content-Type: application/json", "Transfer-Encoding: chunked"));
            wire.send("50000\r\n" + " ".repeat(0x50000) + "\r\n");

            assertThat(wire.line()).startsWith("HTTP/1.1 413");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "gzip, application/json",
        "deflate, application/json",
        "identity, application/json",
        "'', application/xml",
        "'', application/x-www-form-urlencoded",
        "'', multipart/form-data; boundary=x",
        "'', text/json",
        "'', application/json; charset=utf-16",
        "'', nonsense",
        "'', application/json; charset=nonsense"
    })
    void takesNothingThatIsPackedOrIsNotJsonByItsName(String encoding, String type) throws Exception {
        var encoded = encoding.isEmpty() ? "X-None: x" : "Content-Encoding: " + encoding;

        assertThat(answer("/v1/visits", GOOD, "Content-Type: " + type, encoded)).startsWith("HTTP/1.1 415");
    }

    @Test
    void waitsForNoBodyThatStandsStill() throws Exception {
        try (var wire = new Wire(port)) {
            wire.send(head("/v1/visits", "Content-Type: application/json", "Content-Length: 100") + "{");

            assertThat(wire.rest()).startsWith("HTTP/1.1 400").contains("\"code\":\"bad-request\"");
        }
    }

    @Test
    void waitsForNoBodyThatComesByteByByte() throws Exception {
        try (var wire = new Wire(port)) {
            wire.send(head("/v1/visits", "Content-Type: application/json", "Content-Length: 100000") + "{");

            assertThat(wire.lineWhileSending(" ")).startsWith("HTTP/1.1 400");
        }
    }

    @Test
    void closesAConnectionWhoseHeaderStandsStill() throws Exception {
        assertThat(Wire.answer(port, "GET /v1/caller HTTP/1.1\r\nHost: a\r\nX")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Content-Length: 100, '{'", "Transfer-Encoding: chunked, '5\r\n{'"})
    void takesNoBodyThatIsCutOff(String length, String part) throws Exception {
        try (var wire = new Wire(port)) {
            wire.send(head("/v1/visits", "Content-Type: application/json", length) + part)
                    .hangUp();

            assertThat(wire.rest()).startsWith("HTTP/1.1 400");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"zz\r\n{}\r\n0\r\n\r\n", "ffffffffffffffff\r\n{}\r\n0\r\n\r\n", "-1\r\n{}\r\n0\r\n\r\n"})
    void takesNoChunksThatAreNone(String chunks) throws Exception {
        var head = head("/v1/visits", "Content-Type: application/json", "Transfer-Encoding: chunked");

        assertThat(Wire.answer(port, head + chunks)).startsWith("HTTP/1.1 400").contains("\"code\":\"bad-request\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT"})
    void readsNoFormOfSomebodyWhoHasNotSaidWhoTheyAre(String method) throws Exception {
        try (var wire = new Wire(port)) {
            wire.send(method + " /v1/visits HTTP/1.1\r\nHost: a\r\nContent-Length: 1000000\r\n"
                    + "Content-Type: application/x-www-form-urlencoded\r\n\r\na=b");

            assertThat(wire.line()).startsWith("HTTP/1.1 401");
        }
    }

    @Test
    void asksForNoBodyOfARequestThatItRefuses() throws Exception {
        var expecting = "Content-Type: application/json\r\nExpect: 100-continue\r\nContent-Length: " + GOOD.length();
        try (var known = new Wire(port);
                var unknown = new Wire(port)) {
            known.send(head("/v1/visits", expecting));
            unknown.send("POST /v1/visits HTTP/1.1\r\nHost: a\r\n" + expecting + "\r\n\r\n");

            assertThat(known.line()).startsWith("HTTP/1.1 100");
            assertThat(known.line()).isEmpty();
            assertThat(known.send(GOOD).line()).startsWith("HTTP/1.1 200");
            assertThat(unknown.line()).startsWith("HTTP/1.1 401");
        }
    }

    @Test
    void answersRequestsInARowEachByItself() throws Exception {
        var bad = head("/v1/visits", "Content-Type: application/json", "Content-Length: 2") + "{}";
        var good = head("/v1/visits", "Content-Type: application/json", "Content-Length: " + GOOD.length()) + GOOD;

        var answers = Wire.answer(port, bad + good + bad + good.replace("Host: a", "Host: a\r\nConnection: close"));

        assertThat(answers.split("HTTP/1.1 "))
                .satisfiesExactly(
                        nothing -> assertThat(nothing).isEmpty(),
                        first -> assertThat(first).startsWith("422"),
                        second -> assertThat(second).startsWith("200"),
                        third -> assertThat(third).startsWith("422"),
                        fourth -> assertThat(fourth).startsWith("200"));
    }

    private String answer(String path, String body, String... headers) throws IOException {
        var all = String.join("\r\n", headers) + "\r\nConnection: close\r\nContent-Length: " + body.length();
        return Wire.answer(port, head(path, all) + body);
    }

    private static String head(String path, String... headers) {
        return "POST " + path + " HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer "
                + ISSUER.token("kim", "mash", "REFERRER") + "\r\n" + String.join("\r\n", headers) + "\r\n\r\n";
    }
}
