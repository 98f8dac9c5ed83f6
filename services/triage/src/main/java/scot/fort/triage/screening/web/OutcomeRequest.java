package scot.fort.triage.screening.web;

import org.jspecify.annotations.Nullable;
import scot.fort.triage.screening.EscalationOutcome;

/** @param text internal */
record OutcomeRequest(
        EscalationOutcome outcome,
        @Nullable String text,
        @Nullable String messageToReferrer) {}
