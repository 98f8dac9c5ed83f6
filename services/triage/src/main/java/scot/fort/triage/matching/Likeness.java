package scot.fort.triage.matching;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How alike two children are.
 *
 * @param sameChild how probable it is that they are one, 0 to 1
 * @param sibling how probable it is that they are brothers or sisters; the rest is that they are strangers
 * @param reasons in the order of the enum
 */
public record Likeness(double sameChild, double sibling, List<Reason> reasons) {

    /** What two children can be to each other. */
    public enum Relation {
        SAME_CHILD,
        SIBLING
    }

    public Likeness {
        reasons = List.copyOf(reasons);
    }

    /**
     * Weighs two fingerprints, whichever comes first.
     *
     * @param children how many live in the area: the chance that two records picked blindly are of one child is one in so many,
     *     and of siblings about the same
     */
    static Likeness of(Fingerprint one, Fingerprint other, int children) {
        List<Reason> reasons = Comparison.of(one, other);
        double sameChild = odds(reasons, Reason::sameChild, children);
        double sibling = odds(reasons, Reason::sibling, children);
        double all = 1 + sameChild + sibling;
        return new Likeness(sameChild / all, sibling / all, reasons);
    }

    /** The likelier of the two. */
    public Relation kind() {
        return sameChild >= sibling ? Relation.SAME_CHILD : Relation.SIBLING;
    }

    /** How probable that is, 0 to 1. */
    public double score() {
        return Math.max(sameChild, sibling);
    }

    /** Against strangers, whose odds are 1. */
    private static double odds(List<Reason> reasons, ToDoubleFunction<Reason> bits, int children) {
        return Math.pow(2, reasons.stream().mapToDouble(bits).sum()) / children;
    }
}
