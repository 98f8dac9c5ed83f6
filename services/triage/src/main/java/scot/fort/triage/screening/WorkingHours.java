package scot.fort.triage.screening;

import java.time.Duration;
import java.time.LocalTime;

/**
 * The hours of a working day, local time.
 *
 * @param closes after it opens
 */
public record WorkingHours(LocalTime opens, LocalTime closes) {

    Duration length() {
        return Duration.between(opens, closes);
    }
}
