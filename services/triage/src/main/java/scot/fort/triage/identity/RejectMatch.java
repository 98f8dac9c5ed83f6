package scot.fort.triage.identity;

import scot.fort.platform.lifecycle.Decision;

/** The two are not what was proposed. */
public record RejectMatch() implements MatchCommand {

    @Override
    public Decision<ReferralChildren, MatchEvent> on(Case found) {
        return found.children().reject(found.keeper(), found.match(), found.who(), found.at());
    }
}
