package scot.fort.triage.screening.web;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import scot.fort.platform.lifecycle.ScreeningDecision;
import scot.fort.triage.screening.DecideScreening;

/**
 * A decision; which members each takes is said by {@link scot.fort.triage.screening.DecisionPart}.
 *
 * @param rationale internal
 * @param messageToReferrer what the referrer reads
 * @param passedTo name and place of the named person or lead professional who takes it on
 */
record DecisionRequest(
        ScreeningDecision decision,
        String rationale,
        @Nullable String messageToReferrer,
        @Nullable List<String> supportCodes,
        @Nullable UUID duplicateOf,
        @Nullable String passedTo,
        @Nullable List<String> childrenRefs) {

    DecideScreening toCommand(SealedTexts texts) {
        return new DecideScreening(
                decision,
                texts.seal(rationale),
                texts.sealIfPresent(messageToReferrer),
                Objects.requireNonNullElse(supportCodes, List.of()),
                duplicateOf == null ? null : duplicateOf.toString(),
                texts.sealIfPresent(passedTo),
                Objects.requireNonNullElse(childrenRefs, List.of()));
    }
}
