package scot.fort.triage.screening.web;

import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A screen on the wall: shows the queue as it is told, and knows nothing else of it. */
final class WallScreen implements AutoCloseable {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration SOON = Duration.ofSeconds(20);

    private final HttpResponse<InputStream> response;
    private final Map<String, JsonNode> rows;
    private final List<String> events = new CopyOnWriteArrayList<>();
    private final Thread reader;
    private volatile String lastEventId = "";
    private volatile boolean begun;
    private volatile int heartbeats;
    private volatile @Nullable IOException broken;

    private WallScreen(HttpResponse<InputStream> response, Map<String, JsonNode> rows) {
        this.response = response;
        this.rows = new ConcurrentHashMap<>(rows);
        this.reader = Thread.ofVirtual().start(this::read);
    }

    static WallScreen at(String url, String token) {
        return open(url, token, "", Map.of());
    }

    /** After a cut: what it shows already, and from where it wants to go on. */
    WallScreen again(String url, String token) {
        return open(url, token, lastEventId, rows);
    }

    private static WallScreen open(String url, String token, String lastEventId, Map<String, JsonNode> rows) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url)).header("Authorization", "Bearer " + token);
        if (!lastEventId.isEmpty()) {
            request.header("Last-Event-ID", lastEventId);
        }
        try {
            HttpResponse<InputStream> response = CLIENT.send(request.build(), BodyHandlers.ofInputStream());
            if (response.statusCode() != 200) {
                throw new AssertionError("The stream answered " + response.statusCode());
            }
            return new WallScreen(response, rows);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private void read() {
        try (var lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            String event = "";
            String data = "";
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("event: ")) {
                    event = line.substring(7);
                } else if (line.startsWith("data: ")) {
                    data = line.substring(6);
                } else if (line.startsWith("id: ")) {
                    lastEventId = line.substring(4);
                } else if (line.startsWith(":")) {
                    heartbeats++;
                    begun = true;
                } else if (line.isEmpty() && !data.isEmpty()) {
                    take(event, JSON.readTree(data));
                    data = "";
                }
            }
        } catch (IOException cut) {
            broken = cut;
        }
    }

    private void take(String event, JsonNode data) {
        String id = data.path("referralId").asString("");
        switch (event) {
            case "reset" -> rows.clear();
            case "added", "changed" -> rows.put(id, data);
            case "removed" -> rows.remove(id);
            default -> throw new AssertionError("No event of the contract: " + event);
        }
        events.add(id.isEmpty() ? event : event + " " + id);
    }

    /** Once it shows all that there was when it began. */
    WallScreen awaitBeginning() {
        await().atMost(SOON).until(() -> begun);
        return this;
    }

    /** Of a screening that it shows, or comes to show. */
    JsonNode awaitRow(String referralId, Predicate<JsonNode> as) {
        return await().atMost(SOON).until(() -> rows.get(referralId), row -> row != null && as.test(row));
    }

    void awaitWithout(String referralId) {
        await().atMost(SOON).until(() -> !rows.containsKey(referralId));
    }

    void awaitHeartbeat() {
        int before = heartbeats;
        await().atMost(SOON).until(() -> heartbeats > before);
    }

    void awaitEnd() {
        await().atMost(SOON).until(() -> !reader.isAlive());
    }

    boolean wasCut() {
        return broken != null;
    }

    Map<String, JsonNode> rows() {
        return Map.copyOf(rows);
    }

    /** What it was told, as {@code added} and the referral. */
    List<String> events() {
        return List.copyOf(events);
    }

    String lastEventId() {
        return lastEventId;
    }

    @Override
    public void close() throws IOException {
        response.body().close();
    }
}
