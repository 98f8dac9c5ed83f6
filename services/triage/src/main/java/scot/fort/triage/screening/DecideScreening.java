package scot.fort.triage.screening;

import java.util.List;
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
 * @param childrenRefs children of the referral; all who wait for a decision when none is named
 */
public record DecideScreening(
        ScreeningDecision decision,
        Sealed rationale,
        @Nullable Sealed messageToReferrer,
        List<String> supportCodes,
        @Nullable String duplicateOf,
        List<String> childrenRefs)
        implements ScreeningCommand {

    @Override
    public Action action() {
        return Action.DECIDE;
    }

    @Override
    public Decision<Screening, ScreeningEvent> on(Screening screening, Acting acting) {
        List<String> waiting = screening.childrenIn(Status.IN_SCREENING);
        List<String> children = childrenRefs.isEmpty() ? waiting : childrenRefs;
        for (String child : children) {
            if (!waiting.contains(child)) {
                return Decision.illegal(
                        "One of these children has been decided on.",
                        screening.statusOf(child).next());
            }
        }
        int round = screening.progress().round();
        Judgements.Resolution resolution = new Judgements.Resolution(
                round,
                decision,
                children,
                supportCodes,
                duplicateOf,
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
