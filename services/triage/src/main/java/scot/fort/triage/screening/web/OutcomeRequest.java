package scot.fort.triage.screening.web;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import scot.fort.triage.screening.EscalationOutcome;
import scot.fort.triage.screening.RecordOutcome;

/**
 * What became of an escalation.
 *
 * @param text internal
 * @param childrenRefs whom it is about; all who were escalated when nobody is named
 */
record OutcomeRequest(
        EscalationOutcome outcome,
        @Nullable String text,
        @Nullable String messageToReferrer,
        @Nullable List<String> childrenRefs) {

    RecordOutcome toCommand(SealedTexts texts) {
        return new RecordOutcome(
                outcome,
                texts.sealIfPresent(text),
                texts.sealIfPresent(messageToReferrer),
                Objects.requireNonNullElse(childrenRefs, List.of()));
    }
}
