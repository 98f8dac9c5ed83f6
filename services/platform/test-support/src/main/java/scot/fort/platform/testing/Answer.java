package scot.fort.platform.testing;

import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a service answered. */
public record Answer(HttpResponse<String> response) {

    private static final JsonMapper JSON = new JsonMapper();

    public int status() {
        return response.statusCode();
    }

    public String body() {
        return response.body();
    }

    public JsonNode json() {
        return JSON.readTree(body());
    }

    /** A member of the answer as text; empty when it is not there. */
    public String text(String member) {
        return json().path(member).asString("");
    }

    /** A header; empty when it is not there. */
    public String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    public String etag() {
        return header("ETag");
    }

    /** The answer, when its status is the expected one. */
    public Answer expect(int status) {
        if (status() != status) {
            throw new AssertionError("%s answered %d, not %d: %s".formatted(response.uri(), status(), status, body()));
        }
        return this;
    }
}
