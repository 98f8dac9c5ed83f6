package scot.fort.triage.screening;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The clock of a screening.
 *
 * @param receivedAt where it starts
 * @param holds the times of waiting for an answer; whether they stop the clock is a matter of the priority
 * @param dueAt when it runs out; none where the priority has no target
 * @param atRiskAt when three quarters of the time are gone
 * @param policyVersion the version of the targets that it follows
 */
public record Deadline(
        Instant receivedAt,
        List<Hold> holds,
        @Nullable Instant dueAt,
        @Nullable Instant atRiskAt,
        String policyVersion) {

    public Deadline {
        holds = List.copyOf(holds);
    }

    Optional<Hold> openHold() {
        return holds.stream().filter(Hold::isOpen).findFirst();
    }

    boolean isDueBefore(Deadline other) {
        return dueAt != null && (other.dueAt == null || dueAt.isBefore(other.dueAt));
    }
}
