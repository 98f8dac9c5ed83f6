package scot.fort.benchmark;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ObjLongConsumer;
import java.util.stream.IntStream;

/** Submits at a steady rate, whatever the answers take. */
record SteadySubmissions(int perSecond, int connections, Submissions submissions) {

    private static final int CREATED = 201;

    /** @param accepted is told the id of each referral that was accepted, and when it was due to be sent; by many threads */
    void run(int port, Duration duration, ObjLongConsumer<String> accepted) {
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
                                accepted.accept(id(connection.location()), moment);
                            }
                        }
                    } catch (IOException broken) {
                        System.err.println("A connection broke: " + broken.getMessage());
                    }
                }))
                .toList();
        threads.forEach(Threads::join);
    }

    private static String id(String location) {
        return location.substring(location.lastIndexOf('/') + 1);
    }
}
