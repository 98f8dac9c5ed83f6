package scot.fort.triage.identity;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import scot.fort.platform.messaging.aggregate.Aggregate;

/**
 * Does what is to be done about the children of referrals: looks for matches, and settles what follows from them. Any number of
 * instances may; each step is guarded, and what is done twice comes to the same.
 */
public final class IdentityWork {

    private static final Logger LOG = LoggerFactory.getLogger(IdentityWork.class);
    private static final int BATCH = 50;

    private final Records records;
    private final MatchSearch search;
    private final Settlement settlement;

    public IdentityWork(Records records, MatchSearch search, Settlement settlement) {
        this.records = records;
        this.search = search;
        this.settlement = settlement;
    }

    /** Goes through all that waits, once; what fails waits for the next time, and holds up no other. */
    public void doAllThatWaits() {
        Records.@Nullable After after = null;
        List<Aggregate<ReferralChildren>> waiting;
        do {
            waiting = records.waiting(after, BATCH);
            waiting.forEach(this::attempt);
            after = waiting.isEmpty() ? null : place(waiting.getLast());
        } while (after != null);
    }

    private void attempt(Aggregate<ReferralChildren> found) {
        try {
            if (found.require().pending().isToBeSearched()) {
                search.search(found);
                settlement.settleNow(found.id());
            } else {
                settlement.settle(found);
            }
        } catch (RuntimeException fault) {
            LOG.warn(
                    "The children of {} wait for {}",
                    found.id(),
                    fault.getClass().getSimpleName());
        }
    }

    private static Records.@Nullable After place(Aggregate<ReferralChildren> last) {
        var since = last.require().pending().waitingSince();
        return since == null ? null : new Records.After(since, last.id());
    }
}
