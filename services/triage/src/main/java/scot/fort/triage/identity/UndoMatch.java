package scot.fort.triage.identity;

import scot.fort.platform.lifecycle.Decision;

/** What was said of the two is taken back. */
public record UndoMatch() implements MatchCommand {

    @Override
    public Decision<ReferralChildren, MatchEvent> on(Case found) {
        return found.children().undo(found.keeper(), found.match(), found.at());
    }
}
