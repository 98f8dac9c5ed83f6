package scot.fort.triage.screening.kafka;

import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import scot.fort.events.allocation.ConcernRaised;
import scot.fort.events.common.EventMetadata;
import scot.fort.events.intake.ConsentChanged;
import scot.fort.events.intake.ContentErased;
import scot.fort.events.intake.ReferralCorrected;
import scot.fort.events.intake.ReferralEnteredInError;
import scot.fort.events.intake.ReferralInformationAdded;
import scot.fort.events.intake.ReferralReceived;
import scot.fort.events.intake.ReferralResubmitted;
import scot.fort.events.intake.ReferralWithdrawn;
import scot.fort.platform.lifecycle.Consent;
import scot.fort.platform.lifecycle.Decision.Accepted;
import scot.fort.platform.messaging.consume.Reacted;
import scot.fort.platform.messaging.consume.Reactions;
import scot.fort.platform.sealing.Sealed;
import scot.fort.platform.service.ToldEvent;
import scot.fort.triage.screening.CaseNotes;
import scot.fort.triage.screening.Hearing;
import scot.fort.triage.screening.Screening;
import scot.fort.triage.screening.ScreeningEvent;

/** Which event of another service means what to a screening. Times are those at which the services recorded it. */
final class ScreeningReactions {

    private final Hearing hearing;

    private ScreeningReactions(Hearing hearing) {
        this.hearing = hearing;
    }

    static Reactions<Screening, ScreeningEvent> of(Hearing hearing) {
        ScreeningReactions reactions = new ScreeningReactions(hearing);
        return new Reactions<Screening, ScreeningEvent>()
                .on(ReferralReceived.class, reactions::received)
                .on(ReferralInformationAdded.class, reactions::informed)
                .on(ReferralCorrected.class, reactions::corrected)
                .on(ConsentChanged.class, reactions::consentChanged)
                .on(ReferralResubmitted.class, reactions::resubmitted)
                .on(ReferralWithdrawn.class, (state, event, by) -> Reacted.applied(hearing.withdrawn(orUnheard(state))))
                .on(
                        ReferralEnteredInError.class,
                        (state, event, by) -> Reacted.applied(hearing.enteredInError(orUnheard(state))))
                .on(ContentErased.class, (state, event, by) -> Reacted.applied(hearing.contentErased(orUnheard(state))))
                .on(ConcernRaised.class, reactions::concernRaised)
                .onAnyOther(reactions::told);
    }

    private Reacted<Screening, ScreeningEvent> received(
            @Nullable Screening state, ReferralReceived event, EventMetadata by) {
        return reacted(hearing.received(orUnheard(state), Receipts.of(event, by)));
    }

    private Reacted<Screening, ScreeningEvent> informed(
            @Nullable Screening state, ReferralInformationAdded event, EventMetadata by) {
        return Reacted.applied(hearing.informed(
                orUnheard(state),
                new CaseNotes.Information(
                        by.getRecordedAt(), event.getAnswersQuestion(), Sealed.of(event.getContent()))));
    }

    private Reacted<Screening, ScreeningEvent> corrected(
            @Nullable Screening state, ReferralCorrected event, EventMetadata by) {
        return reacted(hearing.corrected(
                orUnheard(state),
                new CaseNotes.Correction(by.getRecordedAt(), Sealed.of(event.getContent())),
                Receipts.children(event.getChildren())));
    }

    private Reacted<Screening, ScreeningEvent> consentChanged(
            @Nullable Screening state, ConsentChanged event, EventMetadata by) {
        return Reacted.applied(
                hearing.consentChanged(orUnheard(state), new Consent(event.getGiven(), event.getBy(), event.getAt())));
    }

    private Reacted<Screening, ScreeningEvent> resubmitted(
            @Nullable Screening state, ReferralResubmitted event, EventMetadata by) {
        return reacted(hearing.resubmitted(orUnheard(state), event.getSubmission(), event.getReceivedAt()));
    }

    private Reacted<Screening, ScreeningEvent> concernRaised(
            @Nullable Screening state, ConcernRaised event, EventMetadata by) {
        return reacted(hearing.concernRaised(
                orUnheard(state),
                new CaseNotes.RaisedConcern(
                        by.getRecordedAt(), event.getProviderOrganisation(), Sealed.of(event.getText()))));
    }

    private Reacted<Screening, ScreeningEvent> told(@Nullable Screening state, SpecificRecord event, EventMetadata by) {
        Screening before = orUnheard(state);
        Screening after = hearing.told(before, new ToldEvent(event));
        return after.standing().equals(before.standing()) ? Reacted.skipped() : Reacted.applied(after);
    }

    private static Reacted<Screening, ScreeningEvent> reacted(Accepted<Screening, ScreeningEvent> accepted) {
        return Reacted.applied(accepted.state(), accepted.events());
    }

    private static Screening orUnheard(@Nullable Screening state) {
        return state == null ? Screening.unheard() : state;
    }
}
