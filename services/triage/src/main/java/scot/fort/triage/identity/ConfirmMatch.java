package scot.fort.triage.identity;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import scot.fort.platform.lifecycle.Decision;
import scot.fort.platform.lifecycle.Refusal;
import scot.fort.triage.matching.Likeness.Relation;

/**
 * The two are one child, or brothers and sisters.
 *
 * @param as what they are; none where they are what was proposed
 */
public record ConfirmMatch(@Nullable Relation as) implements MatchCommand {

    @Override
    public Decision<ReferralChildren, MatchEvent> on(Case found, Family family) {
        Match match = found.match();
        Relation kind = as == null ? match.presentKind() : as;
        if (match.isConfirmed() && match.presentKind() == kind) {
            return Decision.accepted(found.children(), List.of());
        }
        return found.refusal(MatchStanding.CONFIRMED)
                .or(() -> refusal(found, kind, family))
                .map(Decision::<ReferralChildren, MatchEvent>refused)
                .orElseGet(() -> confirmed(found, kind, family));
    }

    private static Optional<Refusal> refusal(Case found, Relation kind, Family family) {
        if (family.isContradicted(found.child(), found.match().earlier(), kind)) {
            return Optional.of(Refusal.illegal(
                    "With what is confirmed already it would make two children of one referral one, or a child their own"
                            + " sibling. Undo that first.",
                    Set.of(MatchStanding.REJECTED)));
        }
        if (family.referrals().size() > Families.LARGEST) {
            return Optional.of(Refusal.illegal(
                    "More than " + Families.LARGEST + " referrals would hang together.",
                    Set.of(MatchStanding.REJECTED)));
        }
        return Optional.empty();
    }

    private static Decision<ReferralChildren, MatchEvent> confirmed(Case found, Relation kind, Family family) {
        String childId = kind == Relation.SAME_CHILD
                ? family.childIdOfBoth(found.child(), found.match().earlier())
                : family.childId(found.child());
        Match.Word word = new Match.Word(kind, childId, found.who(), found.at());
        Match confirmed = found.match().settled(MatchStanding.CONFIRMED, word);
        return Decision.accepted(found.withLinkChanged(confirmed), new MatchEvent.Confirmed(confirmed, word));
    }
}
