package scot.fort.triage.screening;

import org.jspecify.annotations.Nullable;
import scot.fort.platform.lifecycle.Decision;
import scot.fort.platform.sealing.Sealed;

/**
 * Screen all children again, with a new clock.
 *
 * @param reason a code
 */
public record ReopenScreening(String reason, @Nullable Sealed text) implements ScreeningCommand {

    @Override
    public Action action() {
        return Action.REOPEN;
    }

    @Override
    public Decision<Screening, ScreeningEvent> on(Screening screening, Acting acting) {
        return new Reopenings(screening, acting.clocks()).onRequest(reason, text, acting.who(), acting.at());
    }
}
