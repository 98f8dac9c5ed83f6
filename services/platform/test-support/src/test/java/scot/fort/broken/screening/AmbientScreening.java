package scot.fort.broken.screening;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/** A feature that takes time, ids and chance from wherever it stands; each in a method of its own. */
final class AmbientScreening {

    Instant instant() {
        return Instant.now();
    }

    LocalDate dateInZone() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    Supplier<Instant> reference() {
        return Instant::now;
    }

    Clock clock() {
        return Clock.systemUTC();
    }

    long millis() {
        return System.currentTimeMillis();
    }

    UUID id() {
        return UUID.randomUUID();
    }

    UUID idOfALibrary() {
        return UuidCreator.getTimeOrderedEpoch();
    }

    Random chance() {
        return new Random();
    }

    int dice() {
        return ThreadLocalRandom.current().nextInt();
    }

    Instant innocent(Clock clock) {
        return Instant.now(clock);
    }

    Random innocentChance() {
        return new Random(System.nanoTime());
    }
}
