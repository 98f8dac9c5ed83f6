package scot.fort.benchmark;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks the queue for some of the rows that the stream has told, at once, to see whether it shows them. */
final class QueueSample implements AutoCloseable {

    private static final int ONE_IN = 50;
    private static final Pattern FILTER = Pattern.compile("\"(lane|priority|ward)\":\"([A-Z_]+)\"");

    private final int port;
    private final String token;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ExecutorService asking = Executors.newSingleThreadExecutor();
    private final AtomicLong told = new AtomicLong();
    private final AtomicLong asked = new AtomicLong();
    private final AtomicLong shown = new AtomicLong();

    /** @param token of somebody who sees every referral */
    QueueSample(int port, String token) {
        this.port = port;
        this.token = token;
    }

    /** @param row in JSON */
    void told(String referralId, String row) {
        if (told.incrementAndGet() % ONE_IN == 0) {
            asking.submit(() -> ask(referralId, row));
        }
    }

    private void ask(String referralId, String row) {
        Map<String, String> filters = new HashMap<>();
        Matcher filter = FILTER.matcher(row);
        while (filter.find()) {
            filters.putIfAbsent(filter.group(1), filter.group(2));
        }
        StringBuilder path = new StringBuilder("/v1/queue?limit=200");
        filters.forEach(
                (name, value) -> path.append('&').append(name).append('=').append(value));
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + token)
                .build();
        try {
            String page = http.send(request, BodyHandlers.ofString()).body();
            asked.incrementAndGet();
            shown.addAndGet(page.contains(referralId) ? 1 : 0);
        } catch (IOException unanswered) {
            asked.incrementAndGet();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    long asked() {
        return asked.get();
    }

    /** How many of those asked for were shown. */
    double part() {
        return asked.get() == 0 ? 0 : shown.get() / (double) asked.get();
    }

    @Override
    public void close() {
        asking.shutdownNow();
        http.close();
    }
}
