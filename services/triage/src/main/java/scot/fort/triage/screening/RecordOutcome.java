package scot.fort.triage.screening;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import scot.fort.platform.lifecycle.Decision;
import scot.fort.platform.lifecycle.Status;
import scot.fort.platform.sealing.Sealed;

/**
 * Record what became of children who were escalated: it closes them, or screening begins again.
 *
 * @param childrenRefs children of the referral; all who were escalated when none is named
 */
public record RecordOutcome(
        EscalationOutcome outcome,
        @Nullable Sealed text,
        @Nullable Sealed messageToReferrer,
        List<String> childrenRefs) implements ScreeningCommand {

    @Override
    public Action action() {
        return Action.RECORD_OUTCOME;
    }

    @Override
    public Decision<Screening, ScreeningEvent> on(Screening screening, Acting acting) {
        List<String> escalated = screening.childrenIn(Status.ESCALATED);
        List<String> children = childrenRefs.isEmpty() ? escalated : childrenRefs;
        List<String> others =
                children.stream().filter(child -> !escalated.contains(child)).toList();
        if (!others.isEmpty()) {
            return Decision.illegal(
                    "These children are not escalated: " + String.join(", ", others) + ".", screening.nextOf(others));
        }
        int round = screening.progress().round();
        Judgements.Outcome recorded =
                new Judgements.Outcome(round, outcome, children, text, messageToReferrer, acting.who(), acting.at());
        Screening after = screening.with(screening.judgements().with(recorded));
        List<ScreeningEvent> events = new ArrayList<>(List.of(new ScreeningEvent.OutcomeRecorded(recorded)));
        if (outcome != EscalationOutcome.SENT_BACK) {
            return Decision.accepted(after.with(after.progress().decided(round, children, Status.CLOSED)), events);
        }
        Decision.Accepted<Screening, ScreeningEvent> reopened = new Reopenings(after, acting.clocks())
                .because(Judgements.ReopenCause.SENT_BACK, children, acting.who(), acting.at());
        events.addAll(reopened.events());
        return Decision.accepted(reopened.state(), events);
    }
}
