package scot.fort.triage.screening.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import scot.fort.platform.lifecycle.ScreeningDecision;
import scot.fort.platform.web.problem.FieldFault;
import scot.fort.platform.web.problem.Problem;
import scot.fort.platform.web.problem.ProblemException;
import scot.fort.triage.screening.DecideScreening;
import scot.fort.triage.screening.Receipt;
import scot.fort.triage.screening.Screening;

/**
 * A decision; the schema says which members each decision needs.
 *
 * @param rationale internal
 * @param messageToReferrer what the referrer reads
 */
record DecisionRequest(
        ScreeningDecision decision,
        String rationale,
        @Nullable String messageToReferrer,
        @Nullable List<String> supportCodes,
        @Nullable UUID duplicateOf,
        @Nullable List<String> childrenRefs) {

    /**
     * @param original whether a referral is one that another may be a duplicate of
     * @throws ProblemException 422 where it names a child that the referral does not have, or repeats what it may not
     */
    DecideScreening toCommand(Screening screening, SealedTexts texts, Predicate<UUID> original) {
        List<FieldFault> faults = faults(texts.referralId(), screening, original);
        if (!faults.isEmpty()) {
            throw new ProblemException(Problem.invalid(faults));
        }
        return new DecideScreening(
                decision,
                texts.seal(rationale),
                texts.sealIfPresent(messageToReferrer),
                orNone(supportCodes),
                duplicateOf == null ? null : duplicateOf.toString(),
                orNone(childrenRefs));
    }

    private List<FieldFault> faults(String referralId, Screening screening, Predicate<UUID> original) {
        List<FieldFault> faults = new ArrayList<>();
        List<String> known =
                screening.known().children().stream().map(Receipt.Child::ref).toList();
        List<String> named = orNone(childrenRefs);
        for (int index = 0; index < named.size(); index++) {
            if (!known.contains(named.get(index))) {
                faults.add(
                        new FieldFault("/childrenRefs/" + index, "unresolved-ref", "The referral has no such child."));
            }
        }
        if (duplicateOf != null && duplicateOf.toString().equals(referralId)) {
            faults.add(new FieldFault("/duplicateOf", "unresolved-ref", "Must be another referral."));
        } else if (duplicateOf != null && !original.test(duplicateOf)) {
            faults.add(new FieldFault(
                    "/duplicateOf",
                    "unresolved-ref",
                    "Must be a referral that is itself no duplicate, not withdrawn and not entered in error."));
        }
        return faults;
    }

    private static List<String> orNone(@Nullable List<String> list) {
        return Objects.requireNonNullElse(list, List.of());
    }
}
