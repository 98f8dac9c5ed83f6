package scot.fort.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Follows the queue, and remembers when it was told of which referral. */
final class QueueFollower implements AutoCloseable {

    private static final String ID = "\"referralId\":\"";
    private static final int ID_LENGTH = 36;

    private final Map<String, Long> told = new ConcurrentHashMap<>();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final QueueSample sample;
    private final InputStream stream;

    /**
     * Begins to follow.
     *
     * @param token of somebody who sees every referral
     * @param sample is told of each
     */
    QueueFollower(int port, String token, QueueSample sample) {
        this.sample = sample;
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1/queue/stream"))
                .header("Authorization", "Bearer " + token)
                .build();
        try {
            HttpResponse<InputStream> response = http.send(request, BodyHandlers.ofInputStream());
            if (response.statusCode() != 200) {
                throw new IllegalStateException("The queue cannot be followed: " + response.statusCode());
            }
            stream = response.body();
        } catch (IOException broken) {
            throw new IllegalStateException("The queue cannot be followed", broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The benchmark was interrupted", interrupted);
        }
        Thread.ofPlatform().daemon().start(this::read);
    }

    private void read() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int id = line.startsWith("data: ") ? line.indexOf(ID) : -1;
                if (id >= 0) {
                    int from = id + ID.length();
                    String referralId = line.substring(from, from + ID_LENGTH);
                    if (told.putIfAbsent(referralId, System.nanoTime()) == null) {
                        sample.told(referralId, line);
                    }
                }
            }
        } catch (IOException closed) {
            // The benchmark has seen enough.
        }
    }

    /** When each was told first, by its id. */
    Map<String, Long> told() {
        return told;
    }

    QueueSample sample() {
        return sample;
    }

    @Override
    public void close() throws IOException {
        sample.close();
        stream.close();
        http.close();
    }
}
