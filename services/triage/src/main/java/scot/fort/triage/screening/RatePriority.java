package scot.fort.triage.screening;

import java.util.List;
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
        Rating before = screening.rated();
        Rating after = before.ratedAs(priority, acting.clocks());
        return screening.rerated(
                after,
                new Judgements.Rerating(
                        screening.progress().round(),
                        priority,
                        before.priority(),
                        List.of(),
                        null,
                        rationale,
                        acting.who(),
                        acting.at()));
    }
}
