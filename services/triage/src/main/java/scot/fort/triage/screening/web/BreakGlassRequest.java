package scot.fort.triage.screening.web;

import org.jspecify.annotations.Nullable;
import scot.fort.triage.screening.BreakGlass;

/** @param reason a code */
record BreakGlassRequest(String reason, @Nullable String text) {

    /** Where the content was erased there is nothing left to seal a text with; only the reason is kept. */
    BreakGlass toCommand(SealedTexts texts) {
        return new BreakGlass(reason, text == null ? null : texts.sealUnlessErased(text));
    }
}
