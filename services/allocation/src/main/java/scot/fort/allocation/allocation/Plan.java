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
 */
public record Plan(int round, List<SupportCode> supportCodes, List<String> childrenRefs, Instant decidedAt) {

    public Plan {
        supportCodes = supportCodes.stream().distinct().sorted().toList();
        childrenRefs = childrenRefs.stream().distinct().sorted().toList();
    }

    public boolean covers(String childRef) {
        return childrenRefs.isEmpty() || childrenRefs.contains(childRef);
    }

    /** The children of the family whom it is for. */
    public List<Child> children(Family family) {
        return family.children().stream().filter(child -> covers(child.ref())).toList();
    }

    /** Whether it is for any of these children; none named means all. */
    boolean concerns(Collection<String> refs) {
        return refs.isEmpty() || childrenRefs.isEmpty() || refs.stream().anyMatch(childrenRefs::contains);
    }

    /** The same search goes on for what was decided besides. */
    Plan widened(Plan other) {
        boolean all = childrenRefs.isEmpty() || other.childrenRefs.isEmpty();
        return new Plan(
                Math.max(round, other.round),
                Stream.concat(supportCodes.stream(), other.supportCodes.stream())
                        .toList(),
                all
                        ? List.of()
                        : Stream.concat(childrenRefs.stream(), other.childrenRefs.stream())
                                .toList(),
                decidedAt.isBefore(other.decidedAt) ? decidedAt : other.decidedAt);
    }
}
