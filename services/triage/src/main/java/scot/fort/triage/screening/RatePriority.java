package scot.fort.triage.screening;

import scot.fort.platform.lifecycle.Decision;
import scot.fort.platform.lifecycle.Priority;
import scot.fort.platform.sealing.Sealed;

/** Rate the priority otherwise than the rules, or than somebody before. */
public record RatePriority(Priority priority, Sealed rationale) implements ScreeningCommand {

    @Override
    public Action action() {
        return Action.RATE;
    }

    @Override
    public Decision<Screening, ScreeningEvent> on(Screening screening, Acting acting) {
        Rating after = screening.rated().ratedAs(priority, acting.clocks());
        return screening.rerated(after, null, rationale, acting.who(), acting.at());
    }
}
