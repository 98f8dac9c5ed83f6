package scot.fort.triage.screening;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import scot.fort.platform.lifecycle.Decision;

/** Where commands are carried out: each first has to be legal, and each renews the claim of the one who holds it. */
public final class Desk {

    private final ClockPolicy clocks;
    private final Duration lease;

    /** @param lease how long a claim holds */
    public Desk(ClockPolicy clocks, Duration lease) {
        this.clocks = clocks;
        this.lease = lease;
    }

    /**
     * Decides a command.
     *
     * @param who subject of the caller's token, whose role allows the command
     */
    public Decision<Screening, ScreeningEvent> carryOut(
            ScreeningCommand command, Screening screening, String who, Instant now) {
        return carryOut(command.action(), () -> command, screening, who, now);
    }

    /**
     * The same for a command that is made, and looked at, only where its action is legal.
     *
     * @param command one of that action
     */
    public Decision<Screening, ScreeningEvent> carryOut(
            Action action, Supplier<ScreeningCommand> command, Screening screening, String who, Instant now) {
        Acting acting = new Acting(who, now, clocks, lease);
        return action.refusal(screening, who, now)
                .map(Decision::<Screening, ScreeningEvent>refused)
                .orElseGet(() -> renewed(command.get().on(screening, acting), acting));
    }

    /**
     * Screens those again who were sent to a referral that has, at the same moment, been sent elsewhere itself or has ended:
     * a child must not vanish between two that point at each other.
     */
    public Decision<Screening, ScreeningEvent> takeBack(
            Screening screening, String duplicateOf, String who, Instant now) {
        List<String> children = screening.judgements().duplicates().getOrDefault(duplicateOf, List.of());
        return children.isEmpty() || screening.hasEnded()
                ? Decision.accepted(screening, List.of())
                : new Reopenings(screening, clocks).ofSome(children, "DECIDED_IN_ERROR", who, now);
    }

    private static Decision<Screening, ScreeningEvent> renewed(
            Decision<Screening, ScreeningEvent> decision, Acting acting) {
        return switch (decision) {
            case Decision.Accepted<Screening, ScreeningEvent>(var after, var events)
            when after.isClaimedBy(acting.who(), acting.at()) ->
                Decision.accepted(after.claimed(acting.claim(after)), events);
            default -> decision;
        };
    }
}
