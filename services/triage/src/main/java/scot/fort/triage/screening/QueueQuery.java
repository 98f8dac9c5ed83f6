package scot.fort.triage.screening;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import scot.fort.platform.lifecycle.Lane;
import scot.fort.platform.lifecycle.Priority;
import scot.fort.platform.lifecycle.Status;
import scot.fort.platform.service.Restriction;

/**
 * Which screenings of the queue somebody wants to see; an empty set asks for nothing in particular.
 *
 * @param statuses at least one
 * @param wards those of at least one child
 * @param assignee who has claimed it
 * @param reader who wants to; what they may not see is not among them
 */
public record QueueQuery(
        Set<Status> statuses,
        Set<Priority> priorities,
        Set<Lane> lanes,
        Set<String> wards,
        @Nullable String assignee,
        Restriction reader) {

    public QueueQuery {
        statuses = Set.copyOf(statuses);
        priorities = Set.copyOf(priorities);
        lanes = Set.copyOf(lanes);
        wards = Set.copyOf(wards);
    }

    /** Whether it is among them. */
    public boolean includes(Screening screening, Instant at) {
        if (!screening.isVisibleTo(reader, at)) {
            return false;
        }
        Receipt receipt = screening.known();
        return statuses.contains(screening.status())
                && (priorities.isEmpty()
                        || priorities.contains(screening.rated().priority()))
                && (lanes.isEmpty() || lanes.contains(receipt.lane()))
                && (wards.isEmpty() || receipt.children().stream().anyMatch(child -> isAskedFor(child.ward())))
                && (assignee == null || screening.isClaimedBy(assignee, at));
    }

    private boolean isAskedFor(@Nullable String ward) {
        return ward != null && wards.contains(ward);
    }

    /** Where somebody can start to work: what waits for an answer of the referrer is left to wait. */
    public static QueueQuery workable(@Nullable Lane lane, @Nullable Priority priority, Restriction reader) {
        return new QueueQuery(
                Set.of(Status.RECEIVED, Status.IN_SCREENING),
                priority == null ? Set.of() : Set.of(priority),
                lane == null ? Set.of() : Set.of(lane),
                Set.of(),
                null,
                reader);
    }
}
