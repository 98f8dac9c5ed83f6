package scot.fort.triage.screening;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import scot.fort.platform.lifecycle.Decision;
import scot.fort.platform.lifecycle.ScreeningDecision;
import scot.fort.platform.lifecycle.Status;
import scot.fort.platform.sealing.Sealed;

/**
 * Decide what becomes of children; final unless screening is reopened.
 *
 * @param supportCodes what support is to be found
 * @param duplicateOf id of the referral that this one repeats
 * @param passedTo the professional who takes it on
 * @param childrenRefs children of the referral; all who wait for a decision when none is named
 */
public record DecideScreening(
        ScreeningDecision decision,
        Sealed rationale,
        @Nullable Sealed messageToReferrer,
        List<String> supportCodes,
        @Nullable String duplicateOf,
        @Nullable Sealed passedTo,
        List<String> childrenRefs)
        implements ScreeningCommand {

    @Override
    public Action action() {
        return Action.DECIDE;
    }

    @Override
    public Decision<Screening, ScreeningEvent> on(Screening screening, Acting acting) {
        if (screening.erased() && decision != ScreeningDecision.NO_FURTHER_ACTION) {
            return Decision.illegal(
                    "What was personal in this referral has been erased: the only decision is NO_FURTHER_ACTION.",
                    Set.of(Status.CLOSED));
        }
        List<String> waiting = screening.childrenIn(Status.IN_SCREENING);
        List<String> children = childrenRefs.isEmpty() ? waiting : childrenRefs;
        List<String> decided =
                children.stream().filter(child -> !waiting.contains(child)).toList();
        if (!decided.isEmpty()) {
            return Decision.illegal(
                    "These children do not wait for a decision: " + String.join(", ", decided) + ".",
                    screening.nextOf(decided));
        }
        int round = screening.progress().round();
        Judgements.Resolution resolution = new Judgements.Resolution(
                round,
                decision,
                children,
                supportCodes,
                duplicateOf,
                passedTo,
                screening.rated().priority(),
                rationale,
                messageToReferrer,
                acting.who(),
                acting.at(),
                screening.rated().deadline().policyVersion());
        return Decision.accepted(
                screening
                        .with(screening.progress().decided(round, children, decision.leadsTo()))
                        .with(screening.judgements().with(resolution))
                        .unclaimedUnlessInQueue(),
                new ScreeningEvent.Decided(resolution));
    }
}
