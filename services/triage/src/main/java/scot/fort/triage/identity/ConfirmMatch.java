package scot.fort.triage.identity;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import scot.fort.platform.lifecycle.Decision;
import scot.fort.triage.matching.Likeness.Kind;

/**
 * The two are one child, or brothers and sisters.
 *
 * @param as what they are; none where they are what was proposed
 */
public record ConfirmMatch(@Nullable Kind as) implements MatchCommand {

    @Override
    public Decision<ReferralChildren, MatchEvent> on(Case found) {
        Match match = found.match();
        Kind kind = as == null ? match.presentKind() : as;
        Family family = found.family();
        if (!match.isConfirmed() && family.isContradicted(found.child(), match.earlier(), kind)) {
            return Decision.illegal(
                    "With what is confirmed already it would make two children of one referral one, or a child their own"
                            + " sibling. Undo that first.",
                    Set.of(MatchStanding.REJECTED));
        }
        if (!match.isConfirmed() && family.referrals().size() > Families.LARGEST) {
            return Decision.illegal(
                    "More than " + Families.LARGEST + " referrals would hang together.",
                    Set.of(MatchStanding.REJECTED));
        }
        String childId = kind == Kind.SAME_CHILD
                ? family.childIdOfBoth(found.child(), match.earlier())
                : family.childId(found.child());
        return found.children().confirm(found.keeper(), match, new Match.Word(kind, childId, found.who(), found.at()));
    }
}
