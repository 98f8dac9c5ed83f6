package scot.fort.triage.identity;

import java.util.List;
import scot.fort.triage.matching.ChildPointer;

/**
 * A match and where it is kept.
 *
 * @param keeper the referral received later
 */
public record KeptMatch(String keeper, Match match) {

    public ChildPointer child() {
        return new ChildPointer(keeper, match.childRef());
    }

    /** The child that it is of in this referral. */
    public ChildPointer childIn(String referralId) {
        return keeper.equals(referralId) ? child() : match.earlier();
    }

    /** The child that it is with, seen from this referral. */
    public ChildPointer otherThanIn(String referralId) {
        return keeper.equals(referralId) ? match.earlier() : child();
    }

    public boolean isOf(String referralId) {
        return referralIds().contains(referralId);
    }

    public List<String> referralIds() {
        return List.of(keeper, match.earlier().referralId());
    }
}
