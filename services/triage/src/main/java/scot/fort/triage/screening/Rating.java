package scot.fort.triage.screening;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import scot.fort.platform.lifecycle.Priority;

/**
 * How urgent a screening is, and until when it has to be done.
 *
 * @param rules names of the rules that gave it its first priority
 */
public record Rating(Priority priority, List<String> rules, Deadline deadline) {

    public Rating {
        rules = List.copyOf(rules);
    }

    /** Another priority: the clock runs from receipt under its target, the holds are kept. */
    Rating ratedAs(Priority now, ClockPolicy clocks) {
        return new Rating(now, rules, clocks.deadline(now, deadline.receivedAt(), deadline.holds()));
    }

    Rating held(Instant from) {
        List<Hold> more = new ArrayList<>(deadline.holds());
        more.add(new Hold(from, null));
        return new Rating(
                priority,
                rules,
                new Deadline(
                        deadline.receivedAt(), more, deadline.dueAt(), deadline.atRiskAt(), deadline.policyVersion()));
    }

    Rating resumed(Instant at, ClockPolicy clocks) {
        List<Hold> ended = deadline.holds().stream()
                .map(hold -> hold.isOpen() ? hold.endedAt(at) : hold)
                .toList();
        return new Rating(priority, rules, clocks.deadline(priority, deadline.receivedAt(), ended));
    }

    /** Whether three quarters of the time are gone. */
    public boolean isAtRisk(Instant now) {
        return isOver(deadline.atRiskAt(), now);
    }

    /** Whether the time is over. */
    public boolean isBreached(Instant now) {
        return isOver(deadline.dueAt(), now);
    }

    /** Whether a hold stops the clock. */
    boolean isPaused() {
        return ClockPolicy.isPausedByHolds(priority) && deadline.openHold().isPresent();
    }

    /** While a hold stops the clock, nothing runs out that had not when it began. */
    private boolean isOver(@Nullable Instant end, Instant now) {
        Instant reached = ClockPolicy.isPausedByHolds(priority)
                ? deadline.openHold().map(Hold::from).orElse(now)
                : now;
        return end != null && !reached.isBefore(end);
    }
}
