package scot.fort.triage.screening;

import java.time.Duration;
import java.time.LocalDate;

/**
 * How soon the hub screens, from a date on until the next targets take over. What was received under them keeps them.
 *
 * @param version by which a decision says what it followed
 * @param effectiveFrom the first day on which they hold
 * @param hours of a working day
 * @param red time round the clock
 * @param amberWorkingDays working days for AMBER
 * @param greenWorkingDays working days for GREEN
 */
public record Targets(
        String version,
        LocalDate effectiveFrom,
        WorkingHours hours,
        Duration red,
        int amberWorkingDays,
        int greenWorkingDays)
        implements Dated {}
