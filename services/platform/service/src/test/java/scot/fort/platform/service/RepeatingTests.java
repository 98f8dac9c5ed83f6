package scot.fort.platform.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RepeatingTests {

    private static final Duration LONG = Duration.ofHours(1);

    private final AtomicInteger rounds = new AtomicInteger();

    @Test
    void goesOnWhateverCameOfTheLastRound() {
        Repeating repeating = new Repeating(
                "failing",
                () -> {
                    rounds.incrementAndGet();
                    throw new IllegalStateException("every time");
                },
                Duration.ofMillis(1));

        repeating.start();

        await().until(() -> rounds.get() >= 3);
        repeating.stop();
    }

    @Test
    void goesOnAfterAnErrorToo() {
        Repeating repeating = new Repeating(
                "out of memory",
                () -> {
                    rounds.incrementAndGet();
                    throw new OutOfMemoryError("every time");
                },
                Duration.ofMillis(1));

        repeating.start();

        await().until(() -> rounds.get() >= 3);
        repeating.stop();
    }

    @Test
    void goesAtOnceWhenItIsWoken() {
        Repeating repeating = new Repeating("woken", rounds::incrementAndGet, LONG);
        repeating.wake();
        repeating.start();

        repeating.wake();

        await().until(() -> rounds.get() == 1);
        repeating.stop();
    }

    @Test
    void letsTheRoundUnderWayComeToItsEndAndBeginsNoOther() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch stopping = new CountDownLatch(1);
        Repeating repeating = new Repeating(
                "stopped",
                () -> {
                    begun.countDown();
                    await().until(() -> stopping.getCount() == 0);
                    rounds.incrementAndGet();
                },
                LONG);
        repeating.start();
        repeating.wake();
        begun.await();
        Thread.startVirtualThread(() -> {
            await().until(() -> !repeating.isRunning());
            stopping.countDown();
        });

        repeating.stop();
        repeating.wake();

        assertThat(rounds).hasValue(1);
        assertThat(repeating.isRunning()).isFalse();
    }
}
