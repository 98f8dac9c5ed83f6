package scot.fort.benchmark;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * Sends at a steady rate, whatever the answers take. A latency counts from the moment at which its request was due, not from
 * when a connection came free for it: a service that stands still is charged with everybody whom it keeps waiting.
 */
record OpenLoop(int perSecond, int connections, Submissions submissions) {

    private static final int CREATED = 201;
    private static final int DIGITS = 3;

    /** @param latencies of all answers, in nanoseconds */
    record Result(Tally tally, Histogram latencies) {}

    Result run(int port, Duration duration) {
        Histogram latencies = new ConcurrentHistogram(DIGITS);
        AtomicLong accepted = new AtomicLong();
        AtomicLong failed = new AtomicLong();
        AtomicLong next = new AtomicLong();
        long requests = duration.toSeconds() * perSecond;
        long start = System.nanoTime();
        List<Thread> threads = IntStream.range(0, connections)
                .mapToObj(_ -> Thread.ofPlatform().start(() -> {
                    try (Connection connection = new Connection(port)) {
                        for (long due = next.getAndIncrement(); due < requests; due = next.getAndIncrement()) {
                            long moment = start + due * Duration.ofSeconds(1).toNanos() / perSecond;
                            await(moment);
                            int status = connection.send(submissions.next());
                            latencies.recordValue(System.nanoTime() - moment);
                            (status == CREATED ? accepted : failed).incrementAndGet();
                        }
                    } catch (IOException broken) {
                        failed.incrementAndGet();
                    }
                }))
                .toList();
        threads.forEach(Threads::join);
        Tally tally = new Tally(accepted.get(), failed.get(), Duration.ofNanos(System.nanoTime() - start));
        return new Result(tally, latencies);
    }

    private static void await(long moment) {
        for (long left = moment - System.nanoTime(); left > 0; left = moment - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
