package scot.fort.allocation.allocation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import scot.fort.platform.lifecycle.Status;

/**
 * What queries find an allocation by; all of it follows from the rest of the allocation.
 *
 * @param statuses where the referral stands and where its allocation stands; none before it is opened. The two differ
 *     where other children of the referral were decided on otherwise
 * @param openedAt when what it follows was decided
 * @param nextDueAt when something has to happen by itself; {@link #AT_ONCE} where it has not to wait for a time
 */
public record Lookup(
        List<Status> statuses,
        @Nullable Instant openedAt,
        @Nullable Instant nextDueAt) {

    /** Earlier than any other time. */
    public static final Instant AT_ONCE = Instant.EPOCH;

    static final Lookup UNOPENED = new Lookup(List.of(), null, null);

    static Lookup of(Plan plan, Status referral, Status allocation, @Nullable Instant nextDueAt) {
        List<Status> statuses = referral == allocation ? List.of(referral) : List.of(referral, allocation);
        return new Lookup(statuses, plan.decidedAt(), nextDueAt);
    }
}
