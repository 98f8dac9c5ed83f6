package scot.fort.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.JWTClaimsSet;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Date;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scot.fort.platform.testing.TestIssuer;

class SecurityTests extends SampleServiceTest {

    @ParameterizedTest
    @ValueSource(strings = {"/v1/caller", "/v1/nothing-here", "/error", "/actuator/health", "/"})
    void refusesAnAnonymousCallOnEveryPath(String path) throws Exception {
        var response = send(anonymous(path).build());

        assertUnauthorized(response);
    }

    @Test
    void knowsTheCallerFromTheToken() throws Exception {
        var caller = json(send(as("/v1/caller", "SCREENER", "NOT_A_ROLE").build()));

        assertThat(caller.get("subject").stringValue()).isEqualTo("kim");
        assertThat(caller.get("organisation").stringValue()).isEqualTo("mash");
        assertThat(caller.get("organisationType").stringValue()).isEqualTo("TEST");
        assertThat(caller.get("roles").toString()).isEqualTo("[\"SCREENER\"]");
    }

    @Test
    void letsAScreeningManagerDoWhatAScreenerMay() throws Exception {
        assertThat(send(as("/v1/screeners", "SCREENING_MANAGER").build()).statusCode())
                .isEqualTo(200);
        assertThat(send(as("/v1/screeners", "REFERRER").build()).statusCode()).isEqualTo(403);
    }

    @Test
    void timesRequestsAndNotEachFilterThatTheyPass() throws Exception {
        send(as("/v1/caller", "SCREENER").build());

        assertThat(management("/actuator/prometheus", "OPERATOR").body())
                .contains("http_server_requests_seconds_count")
                .doesNotContain("spring_security");
    }

    @Test
    void allowsNobodyWhereNothingIsSaid() throws Exception {
        assertThat(send(as("/v1/unannotated", "OPERATOR").build()).statusCode()).isEqualTo(403);
    }

    @Test
    void refusesARoleBeforeItReadsTheBody() throws Exception {
        var request = as("/v1/visits", "SCREENER")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{"));

        assertThat(send(request.build()).statusCode()).isEqualTo(403);
    }

    @Test
    void refusesATokenThatIsExpiredOrMeantForSomebodyElse() throws Exception {
        assertRefused(valid().expirationTime(Date.from(Instant.now().minusSeconds(300))));
        assertRefused(valid().expirationTime(null));
        assertRefused(valid().audience("another"));
        assertRefused(valid().issuer("http://127.0.0.1:1"));
        assertRefused(valid().claim("org", null));
        assertRefused(valid().subject(null));
    }

    @Test
    void refusesAnotherAlgorithmAndAnotherKey() throws Exception {
        assertUnauthorized(send(bearer(ISSUER.sign(valid().build(), JWSAlgorithm.RS512))));
        assertUnauthorized(send(bearer("eyJhbGciOiJub25lIn0.eyJzdWIiOiJraW0ifQ.")));
        assertUnauthorized(send(bearer("nonsense")));
        try (var other = TestIssuer.start()) {
            for (int attempt = 0; attempt < 3; attempt++) {
                assertUnauthorized(send(bearer(other.sign(valid().build()))));
            }
        }
    }

    @Test
    void saysThatTheTokenIsInvalidAndNotWhy() throws Exception {
        var response = send(bearer("nonsense"));

        assertThat(response.headers().firstValue("WWW-Authenticate")).hasValue("Bearer error=\"invalid_token\"");
    }

    @Test
    void showsHealthToAllAndMetricsToOperatorsOnTheManagementPort() throws Exception {
        assertThat(management("/actuator/health/readiness", "").statusCode()).isEqualTo(200);
        assertThat(management("/actuator/health/liveness", "").statusCode()).isEqualTo(200);
        assertUnauthorized(management("/actuator/prometheus", ""));
        assertThat(management("/actuator/prometheus", "AUDITOR").statusCode()).isEqualTo(403);
        assertThat(management("/actuator/prometheus", "OPERATOR").statusCode()).isEqualTo(200);
        assertThat(management("/actuator/env", "OPERATOR").statusCode()).isNotEqualTo(200);
    }

    private HttpResponse<String> management(String path, String role) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + managementPort + path));
        if (!role.isEmpty()) {
            request.header("Authorization", "Bearer " + ISSUER.token("ops", "council", role));
        }
        return send(request.build());
    }

    private static JWTClaimsSet.Builder valid() {
        return ISSUER.claims("kim", "mash", "SCREENER");
    }

    private HttpRequest bearer(String token) {
        return anonymous("/v1/caller")
                .header("Authorization", "Bearer " + token)
                .build();
    }

    private void assertRefused(JWTClaimsSet.Builder claims) throws Exception {
        assertUnauthorized(send(bearer(ISSUER.sign(claims.build()))));
    }

    private static void assertUnauthorized(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(json(response).get("code").stringValue()).isEqualTo("unauthorized");
        assertThat(response.headers().firstValue("WWW-Authenticate"))
                .hasValueSatisfying(value -> assertThat(value).startsWith("Bearer"));
    }
}
