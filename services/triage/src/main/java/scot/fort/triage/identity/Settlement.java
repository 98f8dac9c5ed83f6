package scot.fort.triage.identity;

import java.util.List;
import scot.fort.platform.lifecycle.Decision.Accepted;
import scot.fort.platform.messaging.Cause;
import scot.fort.platform.messaging.Ids;
import scot.fort.platform.messaging.aggregate.Aggregate;
import scot.fort.platform.messaging.aggregate.AggregateStore;

/** Sees to what follows from a match elsewhere than in the document that keeps it. */
public final class Settlement {

    private static final int BATCH = 50;

    private final AggregateStore<ReferralChildren, MatchEvent> children;
    private final Records records;
    private final Ids ids;

    public Settlement(AggregateStore<ReferralChildren, MatchEvent> children, Records records, Ids ids) {
        this.children = children;
        this.records = records;
        this.ids = ids;
    }

    /** The same for one that somebody waits for; what fails is done a little later. */
    void settleNow(String id) {
        children.find(id)
                .filter(found -> !found.require().unsettled().isEmpty())
                .ifPresent(this::settle);
    }

    /** May be done again, also by another instance; what changes meanwhile is seen to the next time. */
    void settle(Aggregate<ReferralChildren> found) {
        ReferralChildren state = found.require();
        if (state.erased() && !isForgotten(found.id(), state)) {
            return;
        }
        children.save(found, state.settled(state.unsettled()), List.of(), cause());
    }

    /** @return whether no later referral keeps a match with it any more */
    private boolean isForgotten(String erased, ReferralChildren state) {
        List<Aggregate<ReferralChildren>> found;
        do {
            found = records.matchedWith(erased, BATCH);
            for (Aggregate<ReferralChildren> later : found) {
                Accepted<ReferralChildren, MatchEvent> without =
                        later.require().without(later.id(), erased, state.receivedAt());
                if (!children.save(later, without.state(), without.events(), cause())) {
                    return false;
                }
            }
        } while (!found.isEmpty());
        return true;
    }

    private Cause cause() {
        return Cause.of("triage", ids);
    }
}
