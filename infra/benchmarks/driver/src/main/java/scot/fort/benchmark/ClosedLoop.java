package scot.fort.benchmark;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/** Saturates a service: each connection sends its next request as soon as the last one is answered. */
record ClosedLoop(int connections, Submissions submissions) {

    private static final int CREATED = 201;

    Tally run(int port, Duration duration) {
        AtomicLong accepted = new AtomicLong();
        AtomicLong failed = new AtomicLong();
        long start = System.nanoTime();
        long end = start + duration.toNanos();
        List<Thread> threads = IntStream.range(0, connections)
                .mapToObj(_ -> Thread.ofPlatform().start(() -> send(port, end, accepted, failed)))
                .toList();
        threads.forEach(Threads::join);
        return new Tally(accepted.get(), failed.get(), Duration.ofNanos(System.nanoTime() - start));
    }

    private void send(int port, long end, AtomicLong accepted, AtomicLong failed) {
        try (Connection connection = new Connection(port)) {
            while (System.nanoTime() < end) {
                (connection.send(submissions.next()) == CREATED ? accepted : failed).incrementAndGet();
            }
        } catch (IOException broken) {
            failed.incrementAndGet();
        }
    }
}
