package scot.fort.triage.screening;

import java.util.ArrayList;
import java.util.List;
import scot.fort.platform.lifecycle.Decision;
import scot.fort.platform.lifecycle.Status;

/**
 * Take a screening, so that nobody else works on it. Whoever has it already goes on having it, and begins with children
 * who have been sent again since.
 */
public record ClaimScreening() implements ScreeningCommand {

    @Override
    public Action action() {
        return Action.CLAIM;
    }

    @Override
    public Decision<Screening, ScreeningEvent> on(Screening screening, Acting acting) {
        boolean mine = screening.isClaimedBy(acting.who(), acting.at());
        if (mine && screening.childrenIn(Status.RECEIVED).isEmpty()) {
            return Decision.accepted(screening, List.of());
        }
        int round = screening.progress().round();
        List<ScreeningEvent> events = new ArrayList<>();
        Lease over = screening.lease();
        if (over != null && !mine) {
            events.add(new ScreeningEvent.Released(round, over.screener(), ScreeningEvent.ReleaseCause.EXPIRED));
        }
        Lease lease = acting.claim(screening);
        events.add(new ScreeningEvent.Claimed(round, lease));
        return Decision.accepted(screening.with(screening.progress().claimed()).claimed(lease), events);
    }
}
