package scot.fort.platform.lifecycle;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Set;

/**
 * Where a referral stands: one word, the same in every service and every answer. The table is that of one child; a
 * referral with several stands at the most pressing of theirs, and so may step from any of these to any other.
 */
public enum Status {
    RECEIVED,
    IN_SCREENING,
    INFORMATION_REQUESTED,
    RETURNED,
    ESCALATED,
    ALLOCATING,
    UNALLOCATED,
    SUPPORT_ACTIVE,
    CLOSED,
    WITHDRAWN,
    ENTERED_IN_ERROR;

    private static final Map<Status, Set<Status>> NEXT = Map.ofEntries(
            entry(RECEIVED, Set.of(IN_SCREENING, WITHDRAWN, ENTERED_IN_ERROR)),
            entry(
                    IN_SCREENING,
                    Set.of(
                            INFORMATION_REQUESTED,
                            CLOSED,
                            RETURNED,
                            ALLOCATING,
                            ESCALATED,
                            WITHDRAWN,
                            ENTERED_IN_ERROR)),
            entry(
                    INFORMATION_REQUESTED,
                    Set.of(IN_SCREENING, CLOSED, RETURNED, ALLOCATING, ESCALATED, WITHDRAWN, ENTERED_IN_ERROR)),
            entry(RETURNED, Set.of(RECEIVED, WITHDRAWN, ENTERED_IN_ERROR)),
            entry(ESCALATED, Set.of(CLOSED, IN_SCREENING, WITHDRAWN, ENTERED_IN_ERROR)),
            entry(ALLOCATING, Set.of(IN_SCREENING, SUPPORT_ACTIVE, UNALLOCATED, WITHDRAWN, ENTERED_IN_ERROR)),
            entry(UNALLOCATED, Set.of(IN_SCREENING, ALLOCATING, CLOSED, WITHDRAWN, ENTERED_IN_ERROR)),
            entry(SUPPORT_ACTIVE, Set.of(IN_SCREENING, CLOSED, ALLOCATING, WITHDRAWN, ENTERED_IN_ERROR)),
            entry(CLOSED, Set.of(IN_SCREENING)),
            entry(WITHDRAWN, Set.of()),
            entry(ENTERED_IN_ERROR, Set.of()));

    /** The statuses that may follow this one. */
    public Set<Status> next() {
        return NEXT.getOrDefault(this, Set.of());
    }

    public boolean mayBecome(Status other) {
        return next().contains(other);
    }

    /** Whether somebody still has to act on the referral. */
    public boolean isOpen() {
        return mayBecome(WITHDRAWN);
    }
}
