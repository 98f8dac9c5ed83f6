package scot.fort.benchmark;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/** Submits at a steady rate, and remembers when each referral was due to be sent. */
record SteadySubmissions(int perSecond, int connections, Submissions submissions) {

    private static final int CREATED = 201;

    /** @return the moments by the referral's id; what was not accepted is missing */
    Map<String, Long> run(int port, Duration duration) {
        Map<String, Long> moments = new ConcurrentHashMap<>();
        AtomicLong next = new AtomicLong();
        long requests = duration.toSeconds() * perSecond;
        long start = System.nanoTime();
        List<Thread> threads = IntStream.range(0, connections)
                .mapToObj(_ -> Thread.ofPlatform().start(() -> {
                    try (Connection connection = new Connection(port)) {
                        for (long due = next.getAndIncrement(); due < requests; due = next.getAndIncrement()) {
                            long moment = start + due * Duration.ofSeconds(1).toNanos() / perSecond;
                            Moments.await(moment);
                            if (connection.send(submissions.next()) == CREATED) {
                                moments.put(id(connection.location()), moment);
                            }
                        }
                    } catch (IOException broken) {
                        System.err.println("A connection broke: " + broken.getMessage());
                    }
                }))
                .toList();
        threads.forEach(Threads::join);
        return moments;
    }

    private static String id(String location) {
        return location.substring(location.lastIndexOf('/') + 1);
    }
}
