package scot.fort.triage.identity;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import scot.fort.platform.messaging.aggregate.Aggregate;
import scot.fort.triage.matching.ChildPointer;

/** Puts families together from the matches that are stored. */
public final class Families {

    /** Confirming a match that would make a larger one is refused. */
    static final int LARGEST = 100;

    /** Beyond what can be confirmed, even by several at once. */
    private static final int MOST_READ = 4 * LARGEST;

    private final Records records;

    public Families(Records records) {
        this.records = records;
    }

    /**
     * By which id each child goes.
     *
     * @param referralIds whose children it is asked for
     * @param visible which of these and of those that hang together with them may be seen; an id tells of no other
     */
    public Function<ChildPointer, String> childIds(Collection<String> referralIds, UnaryOperator<Set<String>> visible) {
        Family whole = around(referralIds);
        return whole.among(visible.apply(whole.referrals()))::childId;
    }

    /** All that confirmed matches lead to from these referrals, step by step; the two directions of a match are one. */
    Family around(Collection<String> referralIds) {
        Map<String, ReferralChildren> known = new HashMap<>();
        Set<String> asked = new HashSet<>();
        Set<String> next = new TreeSet<>(referralIds);
        while (!next.isEmpty() && known.size() < MOST_READ) {
            asked.addAll(next);
            for (Aggregate<ReferralChildren> found : records.boundTo(next, MOST_READ)) {
                known.put(found.id(), found.require());
            }
            next = new TreeSet<>();
            next.addAll(known.keySet());
            for (ReferralChildren children : known.values()) {
                next.addAll(children.confirmed()
                        .map(match -> match.earlier().referralId())
                        .toList());
            }
            next.removeAll(asked);
        }
        return new Family(known);
    }
}
