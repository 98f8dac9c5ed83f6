package scot.fort.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import scot.fort.accepting.AcceptingService;
import scot.fort.local.Ports;
import scot.fort.platform.testing.Answer;
import scot.fort.platform.testing.Call;

/** The issuer over real HTTP; what the services bring along is on this class path too and is kept out of it. */
@SpringBootTest(webEnvironment = WebEnvironment.DEFINED_PORT, properties = "FORT_MANAGEMENT_PORT=0")
class IdentityServiceTest {
    @DynamicPropertySource
    static void withoutThePlatform(DynamicPropertyRegistry registry) {
        ClassLoader classes = IdentityServiceTest.class.getClassLoader();
        registry.add(
                "spring.autoconfigure.exclude",
                () -> ImportCandidates.load(AutoConfiguration.class, classes).getCandidates().stream()
                        .filter(name -> name.startsWith("scot.fort.platform."))
                        .collect(Collectors.joining(",")));
    }

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Set<String> SEEDED = Set.of(
            "school-rosebank",
            "school-craigie",
            "nhs-health-visiting",
            "mash-screener-1",
            "mash-screener-2",
            "mash-manager",
            "support-coordinator",
            "provider-barnardos",
            "provider-aberlour",
            "partnership-manager",
            "auditor",
            "operator");

    private static final int PORT = Ports.anyFree(new HashSet<>());
    private static final String ISSUER = "http://127.0.0.1:" + PORT;

    @TempDir
    private static Path folder;

    @LocalManagementPort
    private int managementPort;

    @Autowired
    private IdentityProperties properties;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        registry.add("FORT_PORT", () -> PORT);
        registry.add("FORT_ISSUER_URI", () -> ISSUER);
        registry.add("FORT_IDENTITY_KEY_FILE", () -> folder.resolve("signing-key.json")
                .toString());
    }

    @Test
    void givesEverySeededClientATokenThatTheServicesAccept() throws Exception {
        assertThat(properties.clients())
                .extracting(IdentityProperties.Client::name)
                .containsExactlyInAnyOrderElementsOf(SEEDED);
        try (var service = AcceptingService.start(ISSUER)) {
            String caller =
                    "http://127.0.0.1:" + service.getEnvironment().getProperty("local.server.port") + "/v1/caller";
            for (IdentityProperties.Client client : properties.clients()) {
                Answer granted = token(client.name(), client.name() + "-secret", "client_credentials")
                        .expect(200);
                assertThat(granted.json().path("token_type").asString()).isEqualTo("Bearer");
                assertThat(granted.json().path("expires_in").asInt()).isBetween(3590, 3600);

                Answer known =
                        Call.to(caller).as(granted.text("access_token")).get().expect(200);

                assertThat(known.text("subject")).isEqualTo(client.name());
                assertThat(known.text("organisation"))
                        .isEqualTo(client.name().startsWith("mash-") ? "mash" : client.name());
                assertThat(known.text("organisationType")).isNotEmpty();
                assertThat(known.json()
                                .path("roles")
                                .valueStream()
                                .map(role -> role.asString())
                                .toList())
                        .containsAll(client.roles());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"wrong", "school-craigie-secret"})
    void refusesAWrongSecret(String secret) throws Exception {
        Answer refused = token("school-rosebank", secret, "client_credentials").expect(401);

        assertThat(refused.text("error")).isEqualTo("invalid_client");
    }

    @Test
    void refusesAnUnknownClient() throws Exception {
        assertThat(token("school-nowhere", "school-nowhere-secret", "client_credentials")
                        .expect(401)
                        .text("error"))
                .isEqualTo("invalid_client");
    }

    @Test
    void refusesWhoeverSaysNotWhoTheyAre() {
        assertThat(Call.to(ISSUER + "/oauth2/token").post().status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password",
                "refresh_token",
                "authorization_code",
                "urn:ietf:params:oauth:grant-type:token-exchange"
            })
    void givesNothingForAnotherGrant(String grant) throws Exception {
        Answer refused = token(
                "school-rosebank",
                "school-rosebank-secret",
                grant
                        + "&refresh_token=x&code=x&username=x&password=x&subject_token=x&subject_token_type=urn:ietf:params:oauth:token-type:jwt");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().has("access_token")).isFalse();
    }

    @Test
    void saysInItsDiscoveryWhatItDoes() {
        Answer discovery =
                Call.to(ISSUER + "/.well-known/openid-configuration").get().expect(200);

        assertThat(discovery.text("issuer")).isEqualTo(ISSUER);
        assertThat(discovery.text("token_endpoint")).isEqualTo(ISSUER + "/oauth2/token");
        assertThat(discovery.json().path("grant_types_supported").toString()).isEqualTo("[\"client_credentials\"]");
        Answer keys = Call.to(discovery.text("jwks_uri")).get().expect(200);
        assertThat(keys.json().path("keys").path(0).path("alg").asString()).isEqualTo("RS256");
        assertThat(keys.json().path("keys").path(0).has("d")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/oauth2/authorize",
                "/oauth2/introspect",
                "/oauth2/revoke",
                "/connect/register",
                "/userinfo",
                "/login",
                "/actuator/health"
            })
    void answersOnNoOtherPath(String path) {
        assertThat(Call.to(ISSUER + path).get().status()).isEqualTo(403);
    }

    @Test
    void showsItsHealthOnTheManagementPortAndNothingElse() {
        String management = "http://127.0.0.1:" + managementPort;

        assertThat(Call.to(management + "/actuator/health/readiness").get().text("status"))
                .isEqualTo("UP");
        assertThat(Call.to(management + "/actuator/env").get().status()).isEqualTo(403);
    }

    private static Answer token(String client, String secret, String grant) throws IOException, InterruptedException {
        String basic = Base64.getEncoder().encodeToString((client + ":" + secret).getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create(ISSUER + "/oauth2/token"))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=" + grant))
                .build();
        HttpResponse<String> response = CLIENT.send(request, BodyHandlers.ofString());
        return new Answer(response);
    }
}
