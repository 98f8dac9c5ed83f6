package scot.fort.triage.identity;

import scot.fort.platform.lifecycle.Decision;

/** What was said of the two is taken back: all is as before. */
public record UndoMatch() implements MatchCommand {

    @Override
    public Decision<ReferralChildren, MatchEvent> on(Case found, Family family) {
        Match match = found.match();
        Match.Word word = match.word();
        if (word == null) {
            return Decision.refused(found.refusal(MatchStanding.PROPOSED).orElseThrow());
        }
        Match proposed = match.reopened();
        return Decision.accepted(
                match.isConfirmed()
                        ? found.withLinkChanged(proposed)
                        : found.children().with(proposed),
                new MatchEvent.Undone(proposed, word));
    }
}
