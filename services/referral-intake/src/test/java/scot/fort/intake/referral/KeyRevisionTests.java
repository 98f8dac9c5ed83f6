package scot.fort.intake.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class KeyRevisionTests {

    private static final Duration DAY = Duration.ofDays(1);

    private final AtomicInteger looks = new AtomicInteger();
    private Instant now = Instant.parse("2026-11-25T12:00:00Z");
    private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);

    @Test
    void looksAtTheStartAndThenOnceADay() {
        KeyRevision revision = new KeyRevision(looks::incrementAndGet, DAY, clock);

        revision.round();
        revision.round();
        assertThat(looks).hasValue(1);

        now = now.plus(DAY);
        revision.round();
        assertThat(looks).hasValue(2);
    }

    /** After a restore the store of keys may be the last to come back. */
    @Test
    void looksAgainAtTheNextRoundWhenTheStoreCouldNotBeRead() {
        KeyRevision revision = new KeyRevision(
                () -> {
                    if (looks.incrementAndGet() == 1) {
                        throw new IllegalStateException("no store of keys");
                    }
                },
                DAY,
                clock);

        assertThatThrownBy(revision::round).isInstanceOf(IllegalStateException.class);
        revision.round();
        revision.round();

        assertThat(looks).hasValue(2);
    }
}
