package scot.fort.triage.screening.web;

import org.jspecify.annotations.Nullable;
import scot.fort.triage.screening.ReopenScreening;

/** @param reason a code */
record ReopenRequest(String reason, @Nullable String text) {

    ReopenScreening toCommand(SealedTexts texts) {
        return new ReopenScreening(reason, texts.sealIfPresent(text));
    }
}
