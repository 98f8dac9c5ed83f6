package scot.fort.triage.screening;

import scot.fort.platform.lifecycle.Decision;

/** What a screener or a screening manager wants done with a screening. All free text in it is sealed. */
public sealed interface ScreeningCommand
        permits ClaimScreening,
                ReleaseScreening,
                RenewClaim,
                AssignScreening,
                HandOverScreening,
                RatePriority,
                RecordCheck,
                RequestInformation,
                DecideScreening,
                RecordOutcome,
                ReopenScreening,
                GrantAccess,
                RevokeAccess {

    Action action();

    /** What comes of it, where its {@link Action} is legal. */
    Decision<Screening, ScreeningEvent> on(Screening screening, Acting acting);
}
