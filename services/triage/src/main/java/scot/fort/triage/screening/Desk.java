package scot.fort.triage.screening;

import java.time.Duration;
import java.time.Instant;
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
        Acting acting = new Acting(who, now, clocks, lease);
        return command.action()
                .refusal(screening, who, acting.at())
                .map(Decision::<Screening, ScreeningEvent>refused)
                .orElseGet(() -> renewed(command.on(screening, acting), acting));
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
