package scot.fort.triage.screening;

import java.util.List;
import scot.fort.platform.lifecycle.Decision;

/** Keep a claim for longer; like every command of its holder it renews it, and does no more. */
public record RenewClaim() implements ScreeningCommand {

    @Override
    public Action action() {
        return Action.RENEW;
    }

    @Override
    public Decision<Screening, ScreeningEvent> on(Screening screening, Acting acting) {
        return Decision.accepted(screening, List.of());
    }
}
