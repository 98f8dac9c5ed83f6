package scot.fort.launcher.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import scot.fort.launcher.LocalStack;
import scot.fort.launcher.Service;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls of one client to the services of a stack. */
final class Api implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final JsonMapper JSON = new JsonMapper();

    private final LocalStack fort;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Api(LocalStack fort) {
        this.fort = fort;
    }

    /** What a service answers; an answer that is not expected is a {@link DemoFailure} that says which it was. */
    Answer get(String client, Service service, String path) {
        return send(client, service, "GET", path, null, Map.of());
    }

    Answer post(String client, Service service, String path, @Nullable JsonNode body, Map<String, String> headers) {
        return send(client, service, "POST", path, body, headers);
    }

    Answer post(String client, Service service, String path) {
        return send(client, service, "POST", path, null, Map.of());
    }

    Answer put(String client, Service service, String path, JsonNode body) {
        return send(client, service, "PUT", path, body, Map.of());
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    private Answer send(
            String client,
            Service service,
            String method,
            String path,
            @Nullable JsonNode body,
            Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(fort.url(service) + path))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + fort.token(client));
        headers.forEach(request::header);
        if (body == null) {
            request.method(method, BodyPublishers.noBody());
        } else {
            request.header("Content-Type", "application/json").method(method, BodyPublishers.ofString(body.toString()));
        }
        String call = method + " " + path + " as " + client;
        try {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            return new Answer(
                    call,
                    answer.statusCode(),
                    answer.headers().firstValue("ETag").orElse(""),
                    answer.body().isBlank() ? JSON.createObjectNode() : JSON.readTree(answer.body()));
        } catch (IOException broken) {
            throw new DemoFailure(call + " got no answer from " + service.part() + ": " + broken, broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new DemoFailure(call + " was interrupted", stopped);
        }
    }

    /** A status, an entity tag (empty when there is none) and a body. */
    record Answer(String call, int status, String etag, JsonNode body) {
        Answer expect(int expected) {
            if (status != expected) {
                throw new DemoFailure(call + " answered " + status + " instead of " + expected + ": " + body, null);
            }
            return this;
        }

        String text(String member) {
            return body.path(member).asString("");
        }
    }
}
