package scot.fort.triage.screening;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import scot.fort.platform.lifecycle.Priority;

/**
 * Until when a referral has to be screened: RED round the clock, AMBER and GREEN in working time, BLUE without a target.
 * Which targets hold is a matter of the day of receipt.
 */
public final class ClockPolicy {

    private static final int AT_RISK_PERCENT = 75;

    private final WorkingCalendar calendar;
    private final Versions<Targets> targets;

    /** @param targets at least one; the earliest also hold for what was received before them */
    public ClockPolicy(WorkingCalendar calendar, List<Targets> targets) {
        this.calendar = calendar;
        this.targets = new Versions<>(targets);
    }

    /** A hold pauses GREEN and AMBER at most, never RED; BLUE has nothing to pause. */
    static boolean isPausedByHolds(Priority priority) {
        return priority != Priority.RED;
    }

    /** @param holds those that have ended prolong the time, where the priority lets them */
    Deadline deadline(Priority priority, Instant receivedAt, List<Hold> holds) {
        Targets inForce = targets.inForceOn(dayOf(receivedAt));
        return new Deadline(
                receivedAt,
                holds,
                end(priority, receivedAt, holds, inForce, 100),
                end(priority, receivedAt, holds, inForce, AT_RISK_PERCENT),
                inForce.version());
    }

    private @Nullable Instant end(
            Priority priority, Instant receivedAt, List<Hold> holds, Targets inForce, int percent) {
        Instant end =
                switch (priority) {
                    case RED -> receivedAt.plus(part(inForce.red(), percent));
                    case AMBER -> working(receivedAt, inForce.amberWorkingDays(), inForce.hours(), percent, holds);
                    case GREEN -> working(receivedAt, inForce.greenWorkingDays(), inForce.hours(), percent, holds);
                    case BLUE -> null;
                };
        return end == null ? null : end.truncatedTo(ChronoUnit.MILLIS);
    }

    private Instant working(Instant receivedAt, int days, WorkingHours hours, int percent, List<Hold> holds) {
        return calendar.after(receivedAt, part(hours.length().multipliedBy(days), percent), hours, holds);
    }

    private static Duration part(Duration whole, int percent) {
        return whole.multipliedBy(percent).dividedBy(100);
    }

    /** The day of receipt, by which policies are in force. */
    LocalDate dayOf(Instant receivedAt) {
        return calendar.dateOf(receivedAt);
    }
}
