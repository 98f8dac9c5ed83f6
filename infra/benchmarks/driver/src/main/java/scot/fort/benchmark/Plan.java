package scot.fort.benchmark;

import java.time.Duration;

/**
 * How long everything is measured.
 *
 * @param warmUps the most rounds that are given to each until it gets no faster
 * @param steady at 100 a second
 * @param rounds pairs of rounds, the bare endpoint and intake in turn, so that what else goes on meets both
 * @param round each of a pair
 * @param saturated the relay under full load
 * @param settle of the consumers, once they are started, and of each measurement of the queue, before what counts
 * @param everything with all services
 */
record Plan(
        int warmUps,
        Duration steady,
        int rounds,
        Duration round,
        Duration saturated,
        Duration settle,
        Duration everything) {

    static Plan whole() {
        return new Plan(
                30,
                Duration.ofSeconds(30),
                4,
                Duration.ofSeconds(6),
                Duration.ofSeconds(30),
                Duration.ofSeconds(20),
                Duration.ofSeconds(10));
    }

    /** To see that it works; its figures mean little. */
    static Plan quick() {
        return new Plan(
                3,
                Duration.ofSeconds(5),
                2,
                Duration.ofSeconds(3),
                Duration.ofSeconds(5),
                Duration.ofSeconds(5),
                Duration.ofSeconds(3));
    }
}
