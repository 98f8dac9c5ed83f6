package scot.fort.triage.screening;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import scot.fort.platform.lifecycle.Priority;
import scot.fort.platform.lifecycle.Status;

/**
 * Where a screening stands in the queue: RED first, then by due time, then by receipt; and what its clock reaches when.
 * Follows from the rest of the state, and is stored so that the database can answer for it.
 *
 * @param rank 0 for RED, 1 for all others
 * @param dueAt {@link #NEVER} where there is no target
 * @param receivedAt where the clock starts
 * @param freeAt from when on anybody may claim it: the end of the lease, or {@link Instant#EPOCH}
 * @param nextAlarmAt {@link #NEVER} where there is nothing to tell
 * @param atRiskAt when three quarters of the time are gone; {@link #NEVER} where the clock does not get there
 * @param breachedAt when the time is over; {@link #NEVER} where the clock does not get there
 */
public record QueuePlace(
        Status status,
        int rank,
        Instant dueAt,
        Instant receivedAt,
        Instant freeAt,
        Instant nextAlarmAt,
        Instant atRiskAt,
        Instant breachedAt) {

    /** After every due time. */
    public static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    static @Nullable QueuePlace of(Status status, @Nullable Rating rating, @Nullable Lease lease, Alarms alarms) {
        if (rating == null) {
            return null;
        }
        Instant dueAt = rating.deadline().dueAt();
        boolean running = Screening.IN_QUEUE.contains(status);
        return new QueuePlace(
                status,
                rating.priority() == Priority.RED ? 0 : 1,
                dueAt == null ? NEVER : dueAt,
                rating.deadline().receivedAt(),
                lease == null ? Instant.EPOCH : lease.until(),
                running ? alarms.nextAt(rating) : NEVER,
                running ? rating.reaches(Alarm.AT_RISK).orElse(NEVER) : NEVER,
                running ? rating.reaches(Alarm.BREACHED).orElse(NEVER) : NEVER);
    }
}
