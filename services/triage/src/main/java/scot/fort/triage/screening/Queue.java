package scot.fort.triage.screening;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import scot.fort.platform.messaging.aggregate.Aggregate;

/** The screenings in the order in which they have to be worked on. */
public interface Queue {

    /**
     * A place between two screenings.
     *
     * @param rank of the last one shown
     * @param id of that referral, where all else is equal
     */
    record After(int rank, Instant dueAt, Instant receivedAt, String id) {}

    /** @param at the time at which a claim must be in force to count as one */
    List<Aggregate<Screening>> list(QueueQuery query, Instant at, @Nullable After after, int limit);

    /** Those of which an alarm is due, the one that is due longest first. */
    List<Aggregate<Screening>> alarming(Instant at, int limit);

    /** Those that nobody has claimed, or no longer. */
    List<Aggregate<Screening>> free(QueueQuery query, Instant at, int limit);
}
