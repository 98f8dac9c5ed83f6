package scot.fort.triage.screening;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import scot.fort.triage.matching.Arrival;
import scot.fort.triage.matching.ChildPointer;
import scot.fort.triage.matching.Likeness.Relation;

/**
 * Who of other referrals the children are, or are brothers and sisters of, as screeners have confirmed. Follows from the
 * confirmed matches, and is kept with the screening so that a row of the queue can count without looking elsewhere.
 */
public record Kin(List<Relative> relatives) {

    /**
     * A child of another referral.
     *
     * @param childRef the child of this referral
     * @param receivedAt when the other referral was received
     * @param restricted whether the other referral is
     */
    public record Relative(String childRef, Relation kind, ChildPointer child, Instant receivedAt, boolean restricted) {

        /** Child by child, and of each the one received first. */
        public static final Comparator<Relative> ORDER = Comparator.comparing(Relative::childRef)
                .thenComparing(Relative::arrival)
                .thenComparing(relative -> relative.child().childRef());

        private Arrival arrival() {
            return new Arrival(receivedAt, child.referralId());
        }
    }

    public Kin {
        relatives = relatives.stream().sorted(Relative.ORDER).toList();
    }

    public static Kin none() {
        return new Kin(List.of());
    }

    public Set<String> referralIds() {
        return ids(relatives.stream());
    }

    /**
     * Referrals of the children themselves, not of their siblings, that came before this one.
     *
     * @param than when this one came
     */
    public Set<String> earlier(Arrival than, Predicate<Relative> which) {
        return ids(relatives.stream()
                .filter(relative -> relative.kind() == Relation.SAME_CHILD)
                .filter(relative -> relative.arrival().isBefore(than))
                .filter(which));
    }

    private static Set<String> ids(Stream<Relative> relatives) {
        return relatives.map(relative -> relative.child().referralId()).collect(Collectors.toUnmodifiableSet());
    }
}
