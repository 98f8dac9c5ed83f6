package scot.fort.allocation.allocation;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import scot.fort.allocation.directory.SupportCode;

/**
 * The support that the screening hub decided on.
 *
 * @param round of screening
 * @param supportCodes in the order of their declaration
 * @param childrenRefs whom it is for; none named means all children of the referral
 * @param decidedAt since when the family waits
 * @param supportedRefs those of them whose support has come to its end
 */
public record Plan(
        int round,
        List<SupportCode> supportCodes,
        List<String> childrenRefs,
        Instant decidedAt,
        List<String> supportedRefs) {

    public Plan {
        supportCodes = supportCodes.stream().distinct().sorted().toList();
        childrenRefs = childrenRefs.stream().distinct().sorted().toList();
        supportedRefs = supportedRefs.stream().distinct().sorted().toList();
    }

    /** As it is decided, before anybody had support. */
    public static Plan decided(int round, List<SupportCode> supports, List<String> childrenRefs, Instant at) {
        return new Plan(round, supports, childrenRefs, at, List.of());
    }

    public boolean covers(String childRef) {
        return childrenRefs.isEmpty() || childrenRefs.contains(childRef);
    }

    /** The children of the family whom it is for. */
    public List<Child> children(Family family) {
        return family.children().stream().filter(child -> covers(child.ref())).toList();
    }

    /**
     * The same search goes on for what was decided besides. What a later round decides on for all whom it is for stands
     * in place of what was decided before; whoever is decided on anew is to have support anew.
     */
    Plan widened(Plan other) {
        boolean all = childrenRefs.isEmpty() || other.childrenRefs.isEmpty();
        boolean replaced = other.round > round
                && (other.childrenRefs.isEmpty() || !all && other.childrenRefs.containsAll(childrenRefs));
        return new Plan(
                Math.max(round, other.round),
                replaced ? other.supportCodes : both(supportCodes, other.supportCodes),
                all ? List.of() : both(childrenRefs, other.childrenRefs),
                decidedAt.isBefore(other.decidedAt) ? decidedAt : other.decidedAt,
                supportedRefs.stream().filter(ref -> !other.covers(ref)).toList());
    }

    /** The support of these has come to its end. */
    Plan supported(Collection<String> refs) {
        return new Plan(
                round,
                supportCodes,
                childrenRefs,
                decidedAt,
                both(supportedRefs, refs.stream().filter(this::covers).toList()));
    }

    /** @param refs whom it is for from now on, one of them at least */
    Plan only(List<String> refs) {
        return new Plan(
                round,
                supportCodes,
                refs,
                decidedAt,
                supportedRefs.stream().filter(refs::contains).toList());
    }

    private static <T> List<T> both(List<T> these, List<T> those) {
        return Stream.concat(these.stream(), those.stream()).toList();
    }
}
