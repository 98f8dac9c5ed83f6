package scot.fort.benchmark;

import java.time.Duration;

/**
 * What came of a load.
 *
 * @param accepted answered 201
 * @param failed answered otherwise, or not at all
 * @param took from the first request to the last answer
 */
record Tally(long accepted, long failed, Duration took) {

    static final Tally NOTHING = new Tally(0, 0, Duration.ZERO);

    double perSecond() {
        return took.isZero() ? 0 : accepted * 1e9 / took.toNanos();
    }

    /** Of two rounds, as if one had followed the other at once. */
    Tally plus(Tally other) {
        return new Tally(accepted + other.accepted, failed + other.failed, took.plus(other.took));
    }
}
