package scot.fort.triage.matching;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Proposes who may be whom. It joins nothing. */
public final class Matching {

    /**
     * The least probable that is proposed. To look at four that are nothing costs a screener minutes; to miss one may hide
     * what is known of a child.
     */
    public static final double PROPOSED_FROM = 0.2;

    private final int children;

    /** @param children how many live in the area */
    public Matching(int children) {
        this.children = children;
    }

    /**
     * Who the children of a referral may be, the likeliest first.
     *
     * @param arrived the children of one referral
     * @param known those of others who share a key with one of them
     */
    public List<Proposal> proposals(Collection<ToldChild> arrived, Collection<ToldChild> known) {
        return known.stream().collect(Collectors.groupingBy(ToldChild::referralId)).values().stream()
                .flatMap(referral -> betweenReferrals(arrived, referral).stream())
                .sorted(Comparator.comparingDouble(
                                (Proposal proposal) -> proposal.likeness().score())
                        .reversed()
                        .thenComparing(proposal -> proposal.known().referralId())
                        .thenComparing(proposal -> proposal.arrived().childRef())
                        .thenComparing(proposal -> proposal.known().childRef()))
                .toList();
    }

    private List<Proposal> betweenReferrals(Collection<ToldChild> arrived, Collection<ToldChild> known) {
        List<Proposal> likely = arrived.stream()
                .flatMap(one -> known.stream()
                        .filter(other -> !other.referralId().equals(one.referralId()))
                        .map(other -> new Proposal(
                                one, other, Likeness.of(one.fingerprint(), other.fingerprint(), children))))
                .filter(proposal -> proposal.likeness().score() >= PROPOSED_FROM)
                .toList();
        Map<Likeness.Relation, List<Proposal>> byKind = likely.stream()
                .collect(Collectors.groupingBy(proposal -> proposal.likeness().kind()));
        List<Proposal> sameChild = byKind.getOrDefault(Likeness.Relation.SAME_CHILD, List.of());
        return likely.stream()
                .filter(proposal -> sameChild.stream().noneMatch(better -> isRuledOutBy(better, proposal)))
                .toList();
    }

    /** Two children of one referral are two: who is more like the one is not the other. */
    private static boolean isRuledOutBy(Proposal better, Proposal proposal) {
        boolean sharesOne =
                better.arrived().equals(proposal.arrived()) != better.known().equals(proposal.known());
        return sharesOne
                && proposal.likeness().kind() == Likeness.Relation.SAME_CHILD
                && better.likeness().sameChild() > proposal.likeness().sameChild();
    }
}
