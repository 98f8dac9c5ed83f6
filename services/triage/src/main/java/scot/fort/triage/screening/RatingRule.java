package scot.fort.triage.screening;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import scot.fort.platform.lifecycle.Lane;
import scot.fort.platform.lifecycle.Priority;

/**
 * When a referral gets which priority at least, from what it says in clear.
 *
 * @param name by which the events say that it fired
 * @param reason why there is such a rule, for people
 */
public record RatingRule(String name, When when, Priority priority, String reason) {

    /**
     * What must be so, all of it, for a rule to fire.
     *
     * @param lane none where it may be either
     * @param anyConcern codes of which the referral has at least one; empty where it does not matter
     * @param immediateDanger whether somebody must have said that there is
     * @param childUnder years that a born child must not have completed; none where it does not matter. A child of
     *     unknown age does not count
     * @param unborn whether a child must be unborn
     * @param openReferral whether a screener must have confirmed that a child is one of an earlier referral that is still open
     */
    public record When(
            @Nullable Lane lane,
            Set<String> anyConcern,
            boolean immediateDanger,
            @Nullable Integer childUnder,
            boolean unborn,
            boolean openReferral) {

        public When {
            anyConcern = Set.copyOf(anyConcern);
        }

        /** Nothing but the lane. */
        public static When inLane(Lane lane) {
            return new When(lane, Set.of(), false, null, false, false);
        }

        boolean holds(Receipt receipt, boolean isBesideAnOpenOne) {
            return (lane == null || lane == receipt.lane())
                    && (anyConcern.isEmpty() || !Collections.disjoint(anyConcern, codes(receipt)))
                    && (!immediateDanger || receipt.immediateDanger())
                    && (childUnder == null || hasChildUnder(childUnder, receipt))
                    && (!unborn || receipt.children().stream().anyMatch(Receipt.Child::unborn))
                    && (!openReferral || isBesideAnOpenOne);
        }

        private static List<String> codes(Receipt receipt) {
            return receipt.concerns().stream().map(Receipt.Concern::code).toList();
        }

        private static boolean hasChildUnder(int years, Receipt receipt) {
            return receipt.children().stream().anyMatch(child -> {
                Integer age = child.ageYears();
                return !child.unborn() && age != null && age < years;
            });
        }
    }
}
