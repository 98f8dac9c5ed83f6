package scot.fort.triage.screening;

import org.jspecify.annotations.Nullable;
import scot.fort.platform.lifecycle.Decision;
import scot.fort.platform.lifecycle.Refusal;

/**
 * Take a screening from a screener who is away; what is not theirs any more stays where it is.
 *
 * @param from subject of their token
 * @param to subject of another's token; back to the queue when nobody is named
 */
public record HandOverScreening(String from, @Nullable String to) implements ScreeningCommand {

    @Override
    public Action action() {
        return Action.ASSIGN;
    }

    @Override
    public Decision<Screening, ScreeningEvent> on(Screening screening, Acting acting) {
        if (!screening.isClaimedBy(from, acting.at())) {
            return Decision.refused(new Refusal("not-claim-holder", "The screener does not hold the claim any more."));
        }
        return to == null
                ? Decision.accepted(
                        screening.unclaimed(),
                        new ScreeningEvent.Released(
                                screening.progress().round(), from, ScreeningEvent.ReleaseCause.HANDED_OVER))
                : new AssignScreening(to).on(screening, acting);
    }
}
