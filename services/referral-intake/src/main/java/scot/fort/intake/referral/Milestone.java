package scot.fort.intake.referral;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import scot.fort.platform.lifecycle.Progress;
import scot.fort.platform.lifecycle.Status;

/**
 * A point that a referral, or one of its children, has reached.
 *
 * @param code the status reached
 * @param at when it happened, by the clock of the service that made it so
 */
public record Milestone(Status code, Instant at) {

    static final Comparator<Milestone> AS_HAPPENED =
            Comparator.comparing(Milestone::at).thenComparing(Milestone::code);

    /**
     * What was reached between two points of a referral's progress. Each service's part is compared with itself alone, so
     * the same is found in whatever order the services are heard.
     */
    static List<Status> reached(Progress before, Progress after) {
        if (before.ended() != null) {
            return List.of();
        }
        List<Status> reached = new ArrayList<>();
        if (after.ended() != null) {
            reached.add(after.ended());
        }
        if (after.submission() > before.submission()) {
            reached.add(Status.RECEIVED);
        } else if (after.answered() > before.answered() && before.status() == Status.INFORMATION_REQUESTED) {
            reached.add(Status.IN_SCREENING);
        }
        if (after.asked() > before.asked()) {
            reached.add(Status.INFORMATION_REQUESTED);
        }
        reached.addAll(reachedByChildren(before, after));
        if (after.allocation() != null
                && after.allocatedRound() == before.allocatedRound()
                && !Objects.equals(after.allocation(), before.allocation())) {
            reached.add(after.allocation());
        }
        return reached;
    }

    /** A child that triage has only queued has reached nothing that the receipt did not say. */
    private static List<Status> reachedByChildren(Progress before, Progress after) {
        return after.children().entrySet().stream()
                .filter(child -> !child.getValue().equals(before.children().get(child.getKey())))
                .map(child -> child.getValue().status())
                .filter(status -> status != Status.RECEIVED)
                .distinct()
                .toList();
    }
}
