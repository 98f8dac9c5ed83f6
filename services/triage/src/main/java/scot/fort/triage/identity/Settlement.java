package scot.fort.triage.identity;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import scot.fort.platform.lifecycle.Decision.Accepted;
import scot.fort.platform.messaging.Cause;
import scot.fort.platform.messaging.Ids;
import scot.fort.platform.messaging.aggregate.Aggregate;
import scot.fort.platform.messaging.aggregate.AggregateStore;
import scot.fort.triage.screening.Acting;
import scot.fort.triage.screening.Hearing;
import scot.fort.triage.screening.Kin;
import scot.fort.triage.screening.Screening;
import scot.fort.triage.screening.ScreeningEvent;

/**
 * Sees to what follows from a match elsewhere than in the document that keeps it: matches with an erased referral go, of those
 * that contradict each other the last is undone, and screenings learn of their kin.
 */
public final class Settlement {

    private static final int BATCH = 50;
    private static final int MOST_ATTEMPTS = 10;

    private final AggregateStore<ReferralChildren, MatchEvent> children;
    private final AggregateStore<Screening, ScreeningEvent> screenings;
    private final Records records;
    private final Families families;
    private final Hearing hearing;
    private final Clock clock;
    private final Ids ids;

    public Settlement(
            AggregateStore<ReferralChildren, MatchEvent> children,
            AggregateStore<Screening, ScreeningEvent> screenings,
            Records records,
            Families families,
            Hearing hearing,
            Clock clock,
            Ids ids) {
        this.children = children;
        this.screenings = screenings;
        this.records = records;
        this.families = families;
        this.hearing = hearing;
        this.clock = clock;
        this.ids = ids;
    }

    /** May be done again, also by another instance; what changes meanwhile is seen to the next time. */
    void settle(Aggregate<ReferralChildren> found) {
        ReferralChildren state = found.require();
        Set<String> around = state.pending().unsettled();
        if ((state.erased()
                        ? isForgotten(found.id())
                        : hasForgotten(found, state.pending().perhapsErased()))
                && (around.isEmpty() || isPutTogether(around))) {
            children.save(found, state.settled(), List.of(), cause());
        }
    }

    /** The same at once, as it stands now; what is not settled then is settled later. */
    void settleNow(String id) {
        children.find(id)
                .filter(found -> found.require().pending().isToBeSettled())
                .ifPresent(this::settle);
    }

    /** @return whether it keeps no match with any of these that is erased; else it is settled the next time */
    private boolean hasForgotten(Aggregate<ReferralChildren> found, Set<String> around) {
        List<String> erased = children.load(around).values().stream()
                .filter(other -> other.state() != null && other.state().erased())
                .map(Aggregate::id)
                .toList();
        boolean keepsOne = found.require().matches().stream()
                .anyMatch(match -> erased.contains(match.earlier().referralId()));
        if (keepsOne) {
            forget(found, erased);
        }
        return !keepsOne;
    }

    /** @return whether no later referral keeps a match with it any more */
    private boolean isForgotten(String erased) {
        List<Aggregate<ReferralChildren>> found;
        do {
            found = records.matchedWith(erased, BATCH);
            for (Aggregate<ReferralChildren> later : found) {
                if (!forget(later, List.of(erased))) {
                    return false;
                }
            }
        } while (!found.isEmpty());
        return true;
    }

    /** @return false where another write came between */
    private boolean forget(Aggregate<ReferralChildren> keeper, List<String> erased) {
        Accepted<ReferralChildren, MatchEvent> without = keeper.require().without(keeper.id(), erased, clock.instant());
        return children.save(keeper, without.state(), without.events(), cause());
    }

    /** @return whether every screening around these knows its kin */
    private boolean isPutTogether(Set<String> around) {
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            Family family = families.around(around);
            Optional<Family.Bond> contradiction = family.contradiction();
            if (contradiction.isPresent()) {
                undo(family, contradiction.get());
            } else if (isTold(around)) {
                return true;
            }
        }
        return false;
    }

    private void undo(Family family, Family.Bond last) {
        children.find(last.keeper()).ifPresent(keeper -> keeper.require()
                .find(last.match().id())
                .filter(last.match()::equals)
                .map(match -> new UndoMatch()
                        .on(
                                new MatchCommand.Case(
                                        keeper.id(), keeper.require(), match, Acting.SERVICE, clock.instant()),
                                family))
                .ifPresent(undone -> {
                    if (undone instanceof Accepted<ReferralChildren, MatchEvent>(var after, var events)) {
                        children.save(keeper, after, events, cause());
                    }
                }));
    }

    /**
     * Screenings are read before the matches that they are told of, so that what is out of date by then is refused by their
     * guard.
     */
    private boolean isTold(Set<String> around) {
        Set<String> before = members(families.around(around), around);
        Map<String, Aggregate<Screening>> loaded = screenings.load(before);
        Family family = families.around(around);
        return members(family, around).equals(before)
                && loaded.values().stream()
                        .filter(found ->
                                found.state() != null && found.require().isReceived())
                        .allMatch(found -> isTold(found, family.kinOf(found.id()), loaded));
    }

    private static Set<String> members(Family family, Set<String> around) {
        Set<String> members = new HashSet<>(family.referrals());
        members.addAll(around);
        return members;
    }

    private boolean isTold(Aggregate<Screening> found, Kin kin, Map<String, Aggregate<Screening>> others) {
        Screening before = found.require();
        Accepted<Screening, ScreeningEvent> related =
                hearing.related(before, kin, isBesideAnOpenOne(found, kin, others), clock.instant());
        return related.state().equals(before) || screenings.save(found, related.state(), related.events(), cause());
    }

    private static boolean isBesideAnOpenOne(
            Aggregate<Screening> found, Kin kin, Map<String, Aggregate<Screening>> others) {
        return kin.earlier(found.require().arrival(found.id()), relative -> true).stream()
                .map(others::get)
                .anyMatch(other -> other != null
                        && other.state() != null
                        && other.state().status().isOpen());
    }

    private Cause cause() {
        return Cause.of(Acting.SERVICE, ids);
    }
}
