package scot.fort.triage.screening;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import scot.fort.platform.lifecycle.Priority;

/**
 * How urgent a screening is, and until when it has to be done.
 *
 * @param rules names of the rules that raised it, the last first, and of those that gave it its first priority
 * @param rulesVersion of the policy that they are of; none in what was stored before it was kept
 * @param deferred what rules ask for since a correction that came while nobody screened it; none where they ask for nothing
 */
public record Rating(
        Priority priority,
        List<String> rules,
        @Nullable String rulesVersion,
        Deadline deadline,
        @Nullable Raise deferred) {

    public Rating {
        rules = List.copyOf(rules);
    }

    Rating(Priority priority, List<String> rules, @Nullable String rulesVersion, Deadline deadline) {
        this(priority, rules, rulesVersion, deadline, null);
    }

    /** Another priority: the clock runs from receipt under its target, the holds are kept. */
    Rating ratedAs(Priority now, ClockPolicy clocks) {
        return with(now, clocks.deadline(now, deadline.receivedAt(), deadline.holds()));
    }

    /** Raised by rules that had not fired when it was rated before. */
    Rating raised(Raise more, ClockPolicy clocks) {
        List<String> all =
                Stream.concat(more.rules().stream(), rules.stream()).distinct().toList();
        return new Rating(priority, all, more.version(), deadline).ratedAs(more.priority(), clocks);
    }

    /** A correction while nobody screens it: what fires for it counts once somebody does again, as long as it fires then. */
    Rating deferring(RatingRules.Verdict verdict, List<String> before) {
        List<String> known = new ArrayList<>(before);
        if (deferred != null) {
            known.removeAll(deferred.rules());
        }
        return deferring(verdict.beyond(known).orElse(null));
    }

    Rating deferring(@Nullable Raise raise) {
        return new Rating(priority, rules, rulesVersion, deadline, raise);
    }

    Rating held(Instant from) {
        List<Hold> more = new ArrayList<>(deadline.holds());
        more.add(new Hold(from, null));
        return with(
                priority,
                new Deadline(
                        deadline.receivedAt(), more, deadline.dueAt(), deadline.atRiskAt(), deadline.policyVersion()));
    }

    Rating resumed(Instant at, ClockPolicy clocks) {
        List<Hold> ended = deadline.holds().stream()
                .map(hold -> hold.isOpen() ? hold.endedAt(at) : hold)
                .toList();
        return with(priority, clocks.deadline(priority, deadline.receivedAt(), ended));
    }

    /** Another priority or clock, to which the same rules led at first. */
    Rating with(Priority now, Deadline running) {
        return new Rating(now, rules, rulesVersion, running, deferred);
    }

    /** Whether three quarters of the time are gone. */
    public boolean isAtRisk(Instant now) {
        return isReached(Alarm.AT_RISK, now);
    }

    /** Whether the time is over. */
    public boolean isBreached(Instant now) {
        return isReached(Alarm.BREACHED, now);
    }

    boolean isReached(Alarm alarm, Instant now) {
        return reaches(alarm).filter(end -> !now.isBefore(end)).isPresent();
    }

    /** When the clock gets there; while a hold stops it, it gets nowhere that it had not reached when the hold began. */
    Optional<Instant> reaches(Alarm alarm) {
        Instant end =
                switch (alarm) {
                    case AT_RISK -> deadline.atRiskAt();
                    case BREACHED -> deadline.dueAt();
                };
        return Optional.ofNullable(end).filter(at -> !isPausedBefore(at));
    }

    /** Since when a hold stops the clock; none where it runs, or had run out before, or there is no target. */
    public Optional<Instant> heldSince() {
        return Optional.ofNullable(deadline.dueAt())
                .filter(this::isPausedBefore)
                .flatMap(_ -> pause());
    }

    /** Whether a hold stops the clock. */
    boolean isPaused() {
        return pause().isPresent();
    }

    private boolean isPausedBefore(Instant end) {
        return pause().filter(from -> from.isBefore(end)).isPresent();
    }

    private Optional<Instant> pause() {
        return ClockPolicy.isPausedByHolds(priority) ? deadline.openHold().map(Hold::from) : Optional.empty();
    }
}
