package scot.fort.platform.messaging.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class OutboxRelayStartTests {

    private static final int STARTS = 2_000;

    /** A new thread may run before whoever started it goes on; it must not take itself for stopped and end in silence. */
    @Test
    void runsHoweverSoonItsThreadDoes() throws InterruptedException {
        for (int start = 1; start <= STARTS; start++) {
            AskedClock clock = new AskedClock();
            OutboxRelay relay = new OutboxRelay(
                    () -> {
                        throw new IllegalStateException("There is nothing to send");
                    },
                    Duration.ofSeconds(1),
                    clock,
                    new SimpleMeterRegistry());
            relay.start();
            boolean runs = clock.asked.await(5, TimeUnit.SECONDS);
            relay.stop();

            assertThat(runs).as("start %d of %d", start, STARTS).isTrue();
        }
    }

    /** Knows whether anybody has wanted the time, which the relay does first of all. */
    private static final class AskedClock extends Clock {

        private final CountDownLatch asked = new CountDownLatch(1);

        @Override
        public Instant instant() {
            asked.countDown();
            return Instant.now();
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
