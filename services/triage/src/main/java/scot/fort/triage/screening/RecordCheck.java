package scot.fort.triage.screening;

import scot.fort.platform.lifecycle.Decision;
import scot.fort.platform.sealing.Sealed;

/** Say what an agency's records hold about the family; done by the agency's own person, whoever holds the claim. */
public record RecordCheck(CaseNotes.Agency agency, CaseNotes.Finding finding, Sealed text) implements ScreeningCommand {

    @Override
    public Action action() {
        return Action.CHECK;
    }

    @Override
    public Decision<Screening, ScreeningEvent> on(Screening screening, Acting acting) {
        CaseNotes.Check check = new CaseNotes.Check(agency, finding, text, acting.who(), acting.at());
        return Decision.accepted(
                screening.with(screening.notes().with(check)),
                new ScreeningEvent.Checked(screening.progress().round(), check));
    }
}
