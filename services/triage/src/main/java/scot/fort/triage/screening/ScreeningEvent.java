package scot.fort.triage.screening;

import java.util.List;
import org.jspecify.annotations.Nullable;
import scot.fort.platform.lifecycle.Grant;
import scot.fort.platform.lifecycle.Lane;
import scot.fort.platform.sealing.Sealed;

/** What happened to a screening. */
public sealed interface ScreeningEvent {

    record Opened(int round, int submission, List<String> childrenRefs, Lane lane, Rating rating)
            implements ScreeningEvent {}

    record Claimed(int round, Lease lease) implements ScreeningEvent {}

    /** A manager gave it to a screener. */
    record Assigned(int round, Lease lease) implements ScreeningEvent {}

    record Released(int round, String screener, ReleaseCause cause) implements ScreeningEvent {}

    /** Why a claim ended. */
    enum ReleaseCause {
        RELEASED,
        EXPIRED,
        HANDED_OVER,
        /** Its holder may not see the screening any more. */
        ACCESS_ENDED
    }

    record Rated(Judgements.Rerating rerating, Deadline deadline) implements ScreeningEvent {}

    /** Its clock ran out, or almost. */
    record Alarmed(int round, Alarm alarm, Rating rating) implements ScreeningEvent {}

    record Checked(int round, CaseNotes.Check check) implements ScreeningEvent {}

    record InformationRequested(int round, CaseNotes.Question question) implements ScreeningEvent {}

    record Decided(Judgements.Resolution resolution) implements ScreeningEvent {}

    record OutcomeRecorded(Judgements.Outcome outcome) implements ScreeningEvent {}

    record Reopened(Judgements.Reopening reopening, Rating rating) implements ScreeningEvent {}

    record AccessGranted(Grant grant) implements ScreeningEvent {}

    record AccessRevoked(String grantee) implements ScreeningEvent {}

    /** @param reason a code */
    record GlassBroken(Grant grant, String reason, @Nullable Sealed text) implements ScreeningEvent {}
}
