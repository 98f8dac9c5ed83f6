package scot.fort.triage.screening;

import java.util.ArrayList;
import java.util.List;
import scot.fort.platform.lifecycle.Decision;

/** Let somebody see a restricted screening no longer, however they came to; they do not go on working on it either. */
public record RevokeAccess(String grantee) implements ScreeningCommand {

    @Override
    public Action action() {
        return Action.GRANT;
    }

    @Override
    public Decision<Screening, ScreeningEvent> on(Screening screening, Acting acting) {
        if (screening.granted().inForce(grantee, acting.at()).isEmpty()) {
            return Decision.accepted(screening, List.of());
        }
        List<ScreeningEvent> events = new ArrayList<>(List.of(new ScreeningEvent.AccessRevoked(grantee)));
        Screening after = screening.notGranted(grantee);
        if (!screening.isClaimedBy(grantee, acting.at())) {
            return Decision.accepted(after, events);
        }
        events.add(new ScreeningEvent.Released(
                screening.progress().round(), grantee, ScreeningEvent.ReleaseCause.ACCESS_ENDED));
        return Decision.accepted(after.unclaimed(), events);
    }
}
