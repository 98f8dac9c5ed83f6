package scot.fort.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bucket4j.TimeMeter;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Collections;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import scot.fort.platform.testing.AtOnce;

@TestPropertySource(
        properties = {"fort.web.rate-limit.per-second=2", "fort.web.rate-limit.burst=" + RateLimitTests.BURST})
@Import(RateLimitTests.StandingTime.class)
class RateLimitTests extends SampleServiceTest {

    static final int BURST = 50;

    @Autowired
    StandingTime time;

    @Test
    void letsExactlyTheBurstThroughHoweverManyComeAtOnce() throws Exception {
        var token = aToken("school-rosebank");

        var answers = AtOnce.all(4 * BURST, any -> () -> statusOf(token));

        assertThat(Collections.frequency(answers, 200)).isEqualTo(BURST);
        assertThat(Collections.frequency(answers, 429)).isEqualTo(3 * BURST);
    }

    @Test
    void saysAsAProblemWhenToComeAgain() throws Exception {
        var token = flooded("school-rosebank");

        var response = send(call(token).build());

        assertThat(response.statusCode()).isEqualTo(429);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(json(response).get("code").stringValue()).isEqualTo("busy");
        assertThat(response.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(response.headers().firstValue("X-Request-Id")).isPresent();
        assertThat(response.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    }

    @Test
    void letsTheClientGoOnAtItsRate() throws Exception {
        var token = flooded("school-rosebank");

        time.forward(Duration.ofSeconds(1));

        assertThat(statusOf(token)).isEqualTo(200);
        assertThat(statusOf(token)).isEqualTo(200);
        assertThat(statusOf(token)).isEqualTo(429);
    }

    @Test
    void givesAClientThatWasQuietItsBurstAgainAndNoMore() throws Exception {
        var token = flooded("school-rosebank");

        time.forward(Duration.ofDays(1));
        var answers = AtOnce.all(BURST + 1, any -> () -> statusOf(token));

        assertThat(Collections.frequency(answers, 429)).isEqualTo(1);
    }

    @Test
    void leavesOthersAloneAlsoOfTheSameOrganisationAndOfTheSameName() throws Exception {
        var flooding = UUID.randomUUID().toString();
        flood(ISSUER.token(flooding, "school-rosebank"));

        assertThat(statusOf(aToken("school-rosebank"))).isEqualTo(200);
        assertThat(statusOf(ISSUER.token(flooding, "school-craigie"))).isEqualTo(200);
        assertThat(statusOf(ISSUER.token(flooding, "school-rosebank"))).isEqualTo(429);
    }

    @Test
    void countsWhatIsRefusedForAnotherReasonToo() throws Exception {
        var token = aToken("school-rosebank");
        for (int request = 0; request < BURST; request++) {
            assertThat(send(call("/v1/nothing-here", token).build()).statusCode())
                    .isEqualTo(404);
        }

        assertThat(statusOf(token)).isEqualTo(429);
    }

    @Test
    void refusesBeforeTheBodyIsRead() throws Exception {
        var token = flooded("school-rosebank");

        var response = send(call("/v1/visits", token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{"))
                .build());

        assertThat(response.statusCode()).isEqualTo(429);
    }

    @Test
    void countsNothingForACallWithoutAGoodToken() throws Exception {
        for (int request = 0; request <= BURST; request++) {
            assertThat(statusOf("nonsense")).isEqualTo(401);
        }
    }

    @Test
    void boundsNoOperatorOnTheManagementPort() throws Exception {
        var operator = ISSUER.token(UUID.randomUUID().toString(), "council", "OPERATOR");
        var metrics = URI.create("http://127.0.0.1:" + managementPort + "/actuator/metrics");

        for (int request = 0; request <= BURST; request++) {
            var response = send(HttpRequest.newBuilder(metrics)
                    .header("Authorization", "Bearer " + operator)
                    .build());
            assertThat(response.statusCode()).isEqualTo(200);
        }
    }

    @Test
    void canBeTurnedOff() throws Exception {
        try (var service = new SpringApplicationBuilder(SampleApplication.class)
                .run(
                        "--fort.security.issuer=" + ISSUER.uri(),
                        "--fort.web.rate-limit.enabled=false",
                        "--fort.web.rate-limit.burst=1")) {
            var url = URI.create("http://127.0.0.1:" + service.getEnvironment().getRequiredProperty("local.server.port")
                    + "/v1/caller");
            var request = HttpRequest.newBuilder(url)
                    .header("Authorization", "Bearer " + aToken("mash"))
                    .build();

            assertThat(send(request).statusCode()).isEqualTo(200);
            assertThat(send(request).statusCode()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource({"per-second,0", "per-second,1000001", "burst,0", "burst,-1"})
    void startsWithNoBoundThatIsNone(String property, int value) {
        var name = "fort.web.rate-limit." + property;

        assertThatThrownBy(() -> new SpringApplicationBuilder(SampleApplication.class)
                        .run("--fort.security.issuer=" + ISSUER.uri(), "--" + name + "=" + value))
                .rootCause()
                .hasMessageContaining(name);
    }

    private static String aToken(String organisation) {
        return ISSUER.token(UUID.randomUUID().toString(), organisation, "REFERRER");
    }

    private String flooded(String organisation) throws Exception {
        var token = aToken(organisation);
        flood(token);
        return token;
    }

    private void flood(String token) throws Exception {
        assertThat(AtOnce.all(BURST, any -> () -> statusOf(token))).containsOnly(200);
    }

    private int statusOf(String token) throws IOException, InterruptedException {
        return send(call(token).build()).statusCode();
    }

    private HttpRequest.Builder call(String token) {
        return call("/v1/caller", token);
    }

    private HttpRequest.Builder call(String path, String token) {
        return anonymous(path).header("Authorization", "Bearer " + token);
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class StandingTime implements TimeMeter {

        private final AtomicLong nanos = new AtomicLong();

        void forward(Duration by) {
            nanos.addAndGet(by.toNanos());
        }

        @Override
        public long currentTimeNanos() {
            return nanos.get();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
