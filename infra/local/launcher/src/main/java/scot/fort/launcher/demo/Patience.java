package scot.fort.launcher.demo;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waiting for what the services do by themselves. */
final class Patience {
    private Patience() {}

    /**
     * Returns when it has come to pass; a {@link DemoFailure} when it does not within the bound.
     *
     * @param what completes the sentence "it did not happen that ..."
     */
    static void until(String what, Duration bound, int lookMillis, BooleanSupplier hasHappened) {
        long deadline = System.nanoTime() + bound.toNanos();
        while (!hasHappened.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new DemoFailure("It did not happen within " + bound.toSeconds() + " s that " + what, null);
            }
            pause(lookMillis);
        }
    }

    static void pause(int millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoFailure("The demonstration was interrupted", e);
        }
    }
}
