package scot.fort.triage.screening;

import scot.fort.platform.lifecycle.Decision;

/** Give a screening back to the queue. */
public record ReleaseScreening() implements ScreeningCommand {

    @Override
    public Action action() {
        return Action.RELEASE;
    }

    @Override
    public Decision<Screening, ScreeningEvent> on(Screening screening, Acting acting) {
        return Decision.accepted(
                screening.unclaimed(),
                new ScreeningEvent.Released(
                        screening.progress().round(), acting.who(), ScreeningEvent.ReleaseCause.RELEASED));
    }
}
