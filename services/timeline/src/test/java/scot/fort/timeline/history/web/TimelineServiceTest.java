package scot.fort.timeline.history.web;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import scot.fort.local.Addresses;
import scot.fort.local.Topics;
import scot.fort.platform.messaging.contract.EventSender;
import scot.fort.platform.sealing.KeyEncryptionKey;
import scot.fort.platform.testing.RealStack;
import scot.fort.platform.testing.TestIssuer;
import scot.fort.timeline.TimelineApplication;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole service on the real stack: events in from the topics, answers out over HTTP. */
@SpringBootTest(classes = TimelineApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT)
abstract class TimelineServiceTest {

    static final String PREFIX = "timeline-test";

    private static final TestIssuer ISSUER = TestIssuer.start();
    private static final EventSender SENDER = new EventSender(RealStack.addresses(), PREFIX);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private static Path folder;

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void stack(DynamicPropertyRegistry registry) throws IOException {
        Addresses stack = RealStack.addresses();
        Topics.create(stack.kafka(), PREFIX);
        Path kek = folder.resolve("kek.json");
        KeyEncryptionKey.generate(kek);
        registry.add("FORT_KAFKA", stack::kafka);
        registry.add("FORT_SCHEMA_REGISTRY_URL", stack::registryUrl);
        registry.add("FORT_MONGODB_URI", stack::mongodbUri);
        registry.add("FORT_TOPIC_PREFIX", () -> PREFIX);
        registry.add("FORT_DATABASE_PREFIX", () -> PREFIX);
        registry.add("FORT_AUTO_REGISTER", () -> true);
        registry.add("FORT_KEK_FILE", kek::toString);
        registry.add("FORT_ISSUER_URI", ISSUER::uri);
        registry.add("FORT_MANAGEMENT_PORT", () -> 0);
    }

    @AfterAll
    static void close() {
        SENDER.close();
        ISSUER.close();
    }

    static EventSender sender() {
        return SENDER;
    }

    HttpResponse<String> get(String path, String role) {
        return send(request(path)
                .header("Authorization", "Bearer " + ISSUER.token("kim", "mash", role))
                .build());
    }

    HttpResponse<String> getAnonymously(String path) {
        return send(request(path).build());
    }

    static JsonNode json(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1/timelines" + path));
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try {
            return CLIENT.send(request, BodyHandlers.ofString());
        } catch (IOException | InterruptedException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
