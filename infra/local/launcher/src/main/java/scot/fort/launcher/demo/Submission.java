package scot.fort.launcher.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A line of {@code referrals.jsonl}: who sends what under which key. */
record Submission(String client, String idempotencyKey, JsonNode body) {
    private static final JsonMapper JSON = new JsonMapper();

    static List<Submission> first(int count, Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.limit(count).map(JSON::readTree).map(Submission::of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Submission of(JsonNode line) {
        return new Submission(
                line.path("client").asString(), line.path("idempotencyKey").asString(), line.path("body"));
    }
}
