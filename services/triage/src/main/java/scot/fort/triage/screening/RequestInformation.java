package scot.fort.triage.screening;

import scot.fort.platform.lifecycle.Decision;
import scot.fort.platform.sealing.Sealed;

/** Ask the referrer a question; a hold begins, which ends with the answer. */
public record RequestInformation(Sealed question) implements ScreeningCommand {

    @Override
    public Action action() {
        return Action.REQUEST_INFORMATION;
    }

    @Override
    public Decision<Screening, ScreeningEvent> on(Screening screening, Acting acting) {
        int number = screening.progress().asked() + 1;
        CaseNotes.Question asked = new CaseNotes.Question(number, question, acting.who(), acting.at());
        return Decision.accepted(
                screening
                        .with(screening.progress().asked(number))
                        .with(screening.rated().held(acting.at()))
                        .with(screening.notes().with(asked)),
                new ScreeningEvent.InformationRequested(screening.progress().round(), asked));
    }
}
