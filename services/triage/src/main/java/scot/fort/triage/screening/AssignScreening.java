package scot.fort.triage.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import scot.fort.platform.lifecycle.Decision;
import scot.fort.platform.lifecycle.Status;

/**
 * Give a screening to a screener, whoever has it. Who has it already goes on having it, for as long as a claim holds from
 * now.
 *
 * @param screener subject of their token
 */
public record AssignScreening(String screener) implements ScreeningCommand {

    @Override
    public Action action() {
        return Action.ASSIGN;
    }

    @Override
    public Decision<Screening, ScreeningEvent> on(Screening screening, Acting acting) {
        if (!mayBeSeenBy(screening, acting)) {
            return Decision.illegal(
                    "The referral is restricted, and the screener may not see it; grant it to them first.", Set.of());
        }
        Lease assigned = acting.claim(screening, screener);
        boolean theirs = screening.isClaimedBy(screener, acting.at());
        if (theirs && screening.childrenIn(Status.RECEIVED).isEmpty()) {
            return Decision.accepted(screening.claimed(assigned), List.of());
        }
        int round = screening.progress().round();
        List<ScreeningEvent> events = new ArrayList<>();
        Lease before = screening.lease();
        if (before != null && !theirs) {
            events.add(new ScreeningEvent.Released(
                    round,
                    before.screener(),
                    before.isInForce(acting.at())
                            ? ScreeningEvent.ReleaseCause.HANDED_OVER
                            : ScreeningEvent.ReleaseCause.EXPIRED));
        }
        events.add(new ScreeningEvent.Assigned(round, assigned));
        return Decision.accepted(screening.with(screening.progress().claimed()).claimed(assigned), events);
    }

    /** A manager, who has no need of a grant, takes it themselves. */
    private boolean mayBeSeenBy(Screening screening, Acting acting) {
        return !screening.isRestricted()
                || screener.equals(acting.who())
                || screening.granted().inForce(screener, acting.at()).isPresent();
    }
}
