package scot.fort.triage.identity;

import java.time.Instant;
import scot.fort.platform.lifecycle.Decision;
import scot.fort.triage.matching.ChildPointer;

/** What a screener says of a match. */
public sealed interface MatchCommand permits ConfirmMatch, RejectMatch, UndoMatch {

    /**
     * A match in the hands of a person.
     *
     * @param keeper the referral that keeps it
     * @param family what is confirmed around both referrals
     * @param who subject of the person's token
     */
    record Case(String keeper, ReferralChildren children, Match match, Family family, String who, Instant at) {

        ChildPointer child() {
            return new ChildPointer(keeper, match.childRef());
        }
    }

    /** What comes of it. */
    Decision<ReferralChildren, MatchEvent> on(Case found);
}
