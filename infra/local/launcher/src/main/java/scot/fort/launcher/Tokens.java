package scot.fort.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import scot.fort.local.PartFailure;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tokens of the local issuer, asked for once and kept for as long as they are good for some minutes more. */
final class Tokens {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final Duration LEFT = Duration.ofMinutes(5);
    private static final JsonMapper JSON = new JsonMapper();

    private final String issuer;
    private final Map<String, Token> kept = new ConcurrentHashMap<>();

    Tokens(String issuer) {
        this.issuer = issuer;
    }

    /** The client's token; a client that the issuer does not know, or no issuer, is a {@link PartFailure}. */
    String of(String client) {
        return kept.compute(client, (name, token) -> token != null && token.isGood() ? token : ask(name))
                .text();
    }

    private Token ask(String client) {
        String basic = Base64.getEncoder()
                .encodeToString((client + ":" + client + "-secret").getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create(issuer + "/oauth2/token"))
                .timeout(TIMEOUT)
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new PartFailure("The issuer knows no client '" + client + "' (status " + answer.statusCode()
                        + "); infra/local/identity/src/main/resources/application.yaml lists them.");
            }
            JsonNode token = JSON.readTree(answer.body());
            return new Token(
                    token.path("access_token").asString(),
                    Instant.now().plusSeconds(token.path("expires_in").asLong()));
        } catch (IOException e) {
            throw new PartFailure("The issuer at " + issuer + " does not answer; ./fort status says what runs.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartFailure("Interrupted while asking for a token.", e);
        }
    }

    private record Token(String text, Instant expiry) {
        boolean isGood() {
            return Instant.now().plus(LEFT).isBefore(expiry);
        }
    }
}
