package scot.fort.triage.screening.web;

import java.util.List;
import java.util.Set;
import scot.fort.platform.lifecycle.Status;

/**
 * The referrals that one repeats, and those that repeat it, as far as its reader may see them.
 *
 * @param visible ids of all that it has ever been called a duplicate of, as far as the reader may see them
 */
record Links(List<Link> duplicateOf, List<Link> duplicates, Set<String> visible) {

    Links {
        duplicateOf = List.copyOf(duplicateOf);
        duplicates = List.copyOf(duplicates);
        visible = Set.copyOf(visible);
    }

    /** @param childrenRefs the children of the one that repeats */
    record Link(String referralId, String reference, Status status, List<String> childrenRefs) {}
}
