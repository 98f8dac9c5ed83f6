package scot.fort.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The schema registry (Apicurio, through its Confluent API) with its schemas in one H2 file. */
final class Registry {
    private static final int HEAP_MEGABYTES = 256;
    /** It lists no more than 1,000 by itself, and says nothing of the rest; the tests of many builds come to more. */
    private static final int MOST_SUBJECTS = 1_000_000;

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private Registry() {}

    static PartDefinition definition(Path folder, Path log, int port, int managementPort) {
        List<String> command = Jvm.command(
                HEAP_MEGABYTES,
                "-Dquarkus.http.host=127.0.0.1",
                "-Dquarkus.http.port=" + port,
                "-Dquarkus.management.host=127.0.0.1",
                "-Dquarkus.management.port=" + managementPort,
                "-Dquarkus.log.level=WARN",
                "-Dapicurio.ccompat.max-subjects=" + MOST_SUBJECTS,
                "-Dapicurio.datasource.url=jdbc:h2:file:" + folder.resolve("schemas"),
                "-jar",
                Home.built("registry").resolve("quarkus-run.jar").toString());
        Readiness healthy = Readiness.http("http://127.0.0.1:" + managementPort + "/health/ready");
        return new PartDefinition(
                "registry",
                List.of(port, managementPort),
                command,
                Map.of(),
                folder,
                log,
                () -> healthy.isReady() && demandsCompatibility(url(port)));
    }

    static String url(int port) {
        return "http://127.0.0.1:" + port + "/apis/ccompat/v7";
    }

    /** A new registry checks nothing; ours is ready only when it demands what the events promise to keep. */
    private static boolean demandsCompatibility(String url) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            URI config = URI.create(url + "/config");
            HttpResponse<String> level = http.send(request(config).GET().build(), BodyHandlers.ofString());
            if (!level.body().contains("NONE")) {
                return level.statusCode() == 200;
            }
            HttpRequest set = request(config)
                    .header("Content-Type", "application/json")
                    .PUT(BodyPublishers.ofString("{\"compatibility\":\"FULL_TRANSITIVE\"}"))
                    .build();
            return http.send(set, BodyHandlers.discarding()).statusCode() == 200;
        }
    }

    private static HttpRequest.Builder request(URI uri) {
        return HttpRequest.newBuilder(uri).timeout(TIMEOUT);
    }
}
