package scot.fort.intake.referral.form;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The references of the children and adults of a body, as far as they can be read.
 *
 * @param complete whether all of them could be read; otherwise that is the fault, and references to them are not judged
 */
record People(Set<String> refs, boolean complete) {

    static People of(Place children, Place adults) {
        Set<String> refs = new HashSet<>();
        boolean complete = children.isList() && (adults.isList() || !adults.isThere());
        for (Place list : List.of(children, adults)) {
            for (Place person : list.items()) {
                Optional<String> ref = person.member("ref").text();
                ref.ifPresent(refs::add);
                complete &= ref.isPresent();
            }
        }
        return new People(refs, complete);
    }

    void resolve(Place reference, Findings findings) {
        if (complete && reference.text().filter(ref -> !refs.contains(ref)).isPresent()) {
            findings.fault(
                    reference, RuleCode.UNRESOLVED_REF, "Must be the ref of a child or an adult of this referral.");
        }
    }
}
