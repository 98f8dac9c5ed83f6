package scot.fort.triage.screening.web;

import org.jspecify.annotations.Nullable;
import scot.fort.triage.screening.EscalationOutcome;
import scot.fort.triage.screening.RecordOutcome;

/** @param text internal */
record OutcomeRequest(
        EscalationOutcome outcome,
        @Nullable String text,
        @Nullable String messageToReferrer) {

    RecordOutcome toCommand(SealedTexts texts) {
        return new RecordOutcome(outcome, texts.sealIfPresent(text), texts.sealIfPresent(messageToReferrer));
    }
}
