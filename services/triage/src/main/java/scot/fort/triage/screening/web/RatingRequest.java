package scot.fort.triage.screening.web;

import scot.fort.platform.lifecycle.Priority;
import scot.fort.triage.screening.RatePriority;

/** @param rationale why, internal */
record RatingRequest(Priority priority, String rationale) {

    RatePriority toCommand(SealedTexts texts) {
        return new RatePriority(priority, texts.seal(rationale));
    }
}
