package scot.fort.platform.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A request over real HTTP, said in one line: {@code Call.to(base + "/v1/queue").as(token).get()}.
 *
 * <p>Bodies are texts that are sent as they are, or anything else, which is sent as JSON.
 */
public final class Call {

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpRequest.Builder request;

    private String type = "application/json";

    private Call(String url) {
        request = HttpRequest.newBuilder(URI.create(url)).timeout(TIMEOUT);
    }

    public static Call to(String url) {
        return new Call(url);
    }

    public Call as(String token) {
        return with("Authorization", "Bearer " + token);
    }

    public Call with(String header, String value) {
        request.header(header, value);
        return this;
    }

    /** Sends the body as this media type. */
    public Call contentType(String mediaType) {
        type = mediaType;
        return this;
    }

    public Call ifMatch(String etag) {
        return with("If-Match", etag);
    }

    public Answer get() {
        return send("GET", null);
    }

    public Answer delete() {
        return send("DELETE", null);
    }

    public Answer post() {
        return send("POST", null);
    }

    public Answer post(Object body) {
        return send("POST", body);
    }

    public Answer put(Object body) {
        return send("PUT", body);
    }

    private Answer send(String method, @Nullable Object body) {
        if (body != null) {
            request.header("Content-Type", type);
        }
        request.method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(text(body)));
        try {
            HttpResponse<String> response = CLIENT.send(request.build(), BodyHandlers.ofString());
            return new Answer(response);
        } catch (IOException broken) {
            throw new IllegalStateException(method + " got no answer", broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static String text(Object body) {
        return body instanceof String text ? text : JSON.writeValueAsString(body);
    }
}
