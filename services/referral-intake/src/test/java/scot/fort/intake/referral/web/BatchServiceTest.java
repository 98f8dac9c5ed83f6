package scot.fort.intake.referral.web;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import scot.fort.platform.testing.Answer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Sends batches to the whole service. */
abstract class BatchServiceTest extends IntakeServiceTest {

    static final String NDJSON = "application/x-ndjson";
    static final String CSV = "text/csv";
    static final JsonMapper JSON = new JsonMapper();

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** A line with a key. */
    static String line(String key, JsonNode referral) {
        ObjectNode line = JSON.createObjectNode().put("idempotencyKey", key);
        return JSON.writeValueAsString(line.set("referral", referral));
    }

    HttpRequest.Builder batch(String type, BodyPublisher body) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1/referrals/batch"))
                .timeout(Duration.ofMinutes(2))
                .header("Content-Type", type)
                .header("Authorization", "Bearer " + school("school-rosebank"))
                .POST(body);
    }

    HttpRequest.Builder batch(String type, String body) {
        return batch(type, BodyPublishers.ofString(body));
    }

    static Answer send(HttpRequest.Builder request) {
        try {
            return new Answer(CLIENT.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException broken) {
            throw new IllegalStateException("The batch got no answer", broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** The answer while it still comes in. */
    static HttpResponse<Stream<String>> follow(HttpRequest.Builder request) throws IOException, InterruptedException {
        return CLIENT.send(request.build(), BodyHandlers.ofLines());
    }

    static List<JsonNode> lines(Answer answer) {
        return answer.expect(200).body().lines().<JsonNode>map(JSON::readTree).toList();
    }

    List<JsonNode> sendLines(String... lines) {
        return lines(send(batch(NDJSON, String.join("\n", lines))));
    }

    List<JsonNode> sendRows(String... rows) {
        return lines(send(batch(CSV, String.join("\r\n", rows))));
    }

    static List<String> errors(JsonNode answer) {
        return answer.path("errors")
                .valueStream()
                .map(error -> error.get("pointer").stringValue() + " "
                        + error.get("code").stringValue())
                .sorted()
                .toList();
    }
}
