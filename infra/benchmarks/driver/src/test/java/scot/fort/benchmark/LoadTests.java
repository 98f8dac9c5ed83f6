package scot.fort.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadTests {

    private static final int STALL_MILLIS = 300;

    private final Set<String> keys = ConcurrentHashMap.newKeySet();
    private final AtomicInteger answered = new AtomicInteger();
    private final CountDownLatch never = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private HttpServer server;
    private Submissions submissions;
    private volatile boolean stalls;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        Path examples = folder.resolve("examples.jsonl");
        Files.writeString(examples, "{\"body\":{\"source\":{\"system\":\"s\"},\"children\":[{\"ref\":\"c1\"}]}}\n");
        submissions = Submissions.of(examples, List.of("token-a", "token-b"));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes());
            String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
            boolean sound = keys.add(key) && body.contains("\"reference\":\"" + key + "\"");
            if (stalls && answered.incrementAndGet() == 1) {
                stall();
            }
            exchange.sendResponseHeaders(sound ? 201 : 409, 0);
            exchange.getResponseBody().write("{}".getBytes());
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.close();
    }

    @Test
    void sendsEachSubmissionUnderAKeyAndAReferenceOfItsOwn() {
        Tally tally = new ClosedLoop(4, submissions).run(port(), Duration.ofMillis(200));

        assertThat(tally.failed()).isZero();
        assertThat(tally.accepted()).isPositive().isEqualTo(keys.size());
        assertThat(tally.perSecond()).isPositive();
    }

    @Test
    void chargesAStallWithEverybodyWhoWaitedForIt() {
        stalls = true;

        OpenLoop.Result result = new OpenLoop(100, 1, submissions).run(port(), Duration.ofSeconds(1));

        assertThat(result.tally()).extracting(Tally::accepted, Tally::failed).containsExactly(100L, 0L);
        double half = TimeUnit.MILLISECONDS.toNanos(STALL_MILLIS / 2);
        assertThat(result.latencies().getCountBetweenValues((long) half, Long.MAX_VALUE / 2))
                .as("those due in the first half of the stall waited for more than half of it")
                .isGreaterThanOrEqualTo(STALL_MILLIS / 2 / 10);
    }

    private void stall() {
        try {
            never.await(STALL_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private int port() {
        return server.getAddress().getPort();
    }
}
