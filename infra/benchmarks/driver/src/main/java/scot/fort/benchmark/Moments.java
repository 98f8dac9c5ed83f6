package scot.fort.benchmark;

import java.util.concurrent.locks.LockSupport;

/** Points in the time of {@link System#nanoTime()}. */
final class Moments {

    private Moments() {}

    /** Returns when it has come. */
    static void await(long moment) {
        for (long left = moment - System.nanoTime(); left > 0; left = moment - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
