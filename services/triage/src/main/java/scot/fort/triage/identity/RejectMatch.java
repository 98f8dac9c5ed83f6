package scot.fort.triage.identity;

import java.util.List;
import scot.fort.platform.lifecycle.Decision;

/** The two are not what was proposed. */
public record RejectMatch() implements MatchCommand {

    @Override
    public Decision<ReferralChildren, MatchEvent> on(Case found, Family family) {
        Match match = found.match();
        if (match.standing() == MatchStanding.REJECTED) {
            return Decision.accepted(found.children(), List.of());
        }
        return found.refusal(MatchStanding.REJECTED)
                .map(Decision::<ReferralChildren, MatchEvent>refused)
                .orElseGet(() -> {
                    Match rejected = match.settled(
                            MatchStanding.REJECTED,
                            new Match.Word(match.kind(), found.child().ownId(), found.who(), found.at()));
                    return Decision.accepted(found.children().with(rejected), new MatchEvent.Rejected(rejected));
                });
    }
}
