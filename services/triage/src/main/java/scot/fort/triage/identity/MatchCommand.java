package scot.fort.triage.identity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import scot.fort.platform.lifecycle.Decision;
import scot.fort.platform.lifecycle.Refusal;
import scot.fort.triage.matching.ChildPointer;

/** What a screener says of a match. */
public sealed interface MatchCommand permits ConfirmMatch, RejectMatch, UndoMatch {

    /**
     * A match in the hands of a person.
     *
     * @param keeper the referral that keeps it
     * @param who subject of the person's token
     */
    record Case(String keeper, ReferralChildren children, Match match, String who, Instant at) {

        ChildPointer child() {
            return new ChildPointer(keeper, match.childRef());
        }

        /** Why the match cannot become that. */
        Optional<Refusal> refusal(MatchStanding to) {
            return match.standing().next().contains(to)
                    ? Optional.empty()
                    : Optional.of(Refusal.illegal(
                            "The match is " + match.standing() + ".",
                            match.standing().next()));
        }

        /** With the match as it is now; the families of both referrals are to be put together anew. */
        ReferralChildren withLinkChanged(Match now) {
            return children.with(now)
                    .unsettledAround(List.of(keeper, match.earlier().referralId()), at);
        }
    }

    /**
     * What comes of it.
     *
     * @param family what is confirmed around both referrals
     */
    Decision<ReferralChildren, MatchEvent> on(Case found, Family family);
}
