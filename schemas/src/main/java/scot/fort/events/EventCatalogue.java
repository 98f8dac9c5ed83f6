package scot.fort.events;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import scot.fort.events.access.RecordAccessed;
import scot.fort.events.allocation.AllocationClosed;
import scot.fort.events.allocation.AllocationExhausted;
import scot.fort.events.allocation.AllocationOpened;
import scot.fort.events.allocation.ConcernRaised;
import scot.fort.events.allocation.OfferAccepted;
import scot.fort.events.allocation.OfferDeclined;
import scot.fort.events.allocation.OfferExpired;
import scot.fort.events.allocation.OfferRevoked;
import scot.fort.events.allocation.OfferWaitlisted;
import scot.fort.events.allocation.SupportCompleted;
import scot.fort.events.allocation.SupportContinued;
import scot.fort.events.allocation.SupportFailed;
import scot.fort.events.allocation.SupportOffered;
import scot.fort.events.allocation.SupportProgressed;
import scot.fort.events.allocation.SupportStarted;
import scot.fort.events.child.ChildMatchConfirmed;
import scot.fort.events.child.ChildMatchProposed;
import scot.fort.events.child.ChildMatchRejected;
import scot.fort.events.child.ChildMatchUndone;
import scot.fort.events.content.AddedInformation;
import scot.fort.events.content.Corrections;
import scot.fort.events.content.FreeText;
import scot.fort.events.content.ReferralContent;
import scot.fort.events.content.Views;
import scot.fort.events.intake.ConsentChanged;
import scot.fort.events.intake.ContentErased;
import scot.fort.events.intake.ErasureRequested;
import scot.fort.events.intake.LegalHoldChanged;
import scot.fort.events.intake.ReferralCorrected;
import scot.fort.events.intake.ReferralEnteredInError;
import scot.fort.events.intake.ReferralInformationAdded;
import scot.fort.events.intake.ReferralReceived;
import scot.fort.events.intake.ReferralResubmitted;
import scot.fort.events.intake.ReferralWithdrawn;
import scot.fort.events.notification.NotificationDelivered;
import scot.fort.events.notification.NotificationFailed;
import scot.fort.events.notification.NotificationGivenUp;
import scot.fort.events.notification.NotificationQueued;
import scot.fort.events.notification.NotificationSent;
import scot.fort.events.notification.ReferrerUnanswered;
import scot.fort.events.places.PlacesChanged;
import scot.fort.events.triage.AccessGranted;
import scot.fort.events.triage.AccessRevoked;
import scot.fort.events.triage.CheckRecorded;
import scot.fort.events.triage.EscalationOutcomeRecorded;
import scot.fort.events.triage.GlassBroken;
import scot.fort.events.triage.InformationRequested;
import scot.fort.events.triage.PriorityRated;
import scot.fort.events.triage.ScreeningAssigned;
import scot.fort.events.triage.ScreeningAtRisk;
import scot.fort.events.triage.ScreeningBreached;
import scot.fort.events.triage.ScreeningClaimed;
import scot.fort.events.triage.ScreeningDecided;
import scot.fort.events.triage.ScreeningOpened;
import scot.fort.events.triage.ScreeningReleased;
import scot.fort.events.triage.ScreeningReopened;

/**
 * Every event there is, what is sealed inside, and the topic it travels on. An event's context (the last part of its namespace) names its
 * topic; several types share one topic, so that the order per referral holds.
 */
public final class EventCatalogue {

    private static final List<Schema> EVENTS = List.of(
            ConsentChanged.getClassSchema(),
            ContentErased.getClassSchema(),
            ErasureRequested.getClassSchema(),
            LegalHoldChanged.getClassSchema(),
            ReferralCorrected.getClassSchema(),
            ReferralEnteredInError.getClassSchema(),
            ReferralInformationAdded.getClassSchema(),
            ReferralReceived.getClassSchema(),
            ReferralResubmitted.getClassSchema(),
            ReferralWithdrawn.getClassSchema(),
            AccessGranted.getClassSchema(),
            AccessRevoked.getClassSchema(),
            CheckRecorded.getClassSchema(),
            EscalationOutcomeRecorded.getClassSchema(),
            GlassBroken.getClassSchema(),
            InformationRequested.getClassSchema(),
            PriorityRated.getClassSchema(),
            ScreeningAssigned.getClassSchema(),
            ScreeningAtRisk.getClassSchema(),
            ScreeningBreached.getClassSchema(),
            ScreeningClaimed.getClassSchema(),
            ScreeningDecided.getClassSchema(),
            ScreeningOpened.getClassSchema(),
            ScreeningReleased.getClassSchema(),
            ScreeningReopened.getClassSchema(),
            ChildMatchConfirmed.getClassSchema(),
            ChildMatchProposed.getClassSchema(),
            ChildMatchRejected.getClassSchema(),
            ChildMatchUndone.getClassSchema(),
            AllocationClosed.getClassSchema(),
            AllocationExhausted.getClassSchema(),
            AllocationOpened.getClassSchema(),
            ConcernRaised.getClassSchema(),
            OfferAccepted.getClassSchema(),
            OfferDeclined.getClassSchema(),
            OfferExpired.getClassSchema(),
            OfferRevoked.getClassSchema(),
            OfferWaitlisted.getClassSchema(),
            SupportCompleted.getClassSchema(),
            SupportContinued.getClassSchema(),
            SupportFailed.getClassSchema(),
            SupportOffered.getClassSchema(),
            SupportProgressed.getClassSchema(),
            SupportStarted.getClassSchema(),
            PlacesChanged.getClassSchema(),
            NotificationDelivered.getClassSchema(),
            NotificationFailed.getClassSchema(),
            NotificationGivenUp.getClassSchema(),
            NotificationQueued.getClassSchema(),
            NotificationSent.getClassSchema(),
            ReferrerUnanswered.getClassSchema(),
            RecordAccessed.getClassSchema());

    private static final List<Schema> CONTENTS = List.of(
            AddedInformation.getClassSchema(),
            Corrections.getClassSchema(),
            FreeText.getClassSchema(),
            ReferralContent.getClassSchema(),
            Views.getClassSchema());

    /** What no service tells yet. */
    private static final Set<Schema> PLANNED =
            Set.of(NotificationDelivered.getClassSchema(), ReferrerUnanswered.getClassSchema());

    private EventCatalogue() {}

    /** Schemas of all events, each complete in itself. */
    public static List<Schema> events() {
        return EVENTS;
    }

    /** Schemas of all that events carry sealed, each complete in itself. */
    public static List<Schema> contents() {
        return CONTENTS;
    }

    /** Schemas of the events that services tell today; those of all others are free to change until one is told. */
    public static List<Schema> told() {
        return EVENTS.stream().filter(event -> !PLANNED.contains(event)).toList();
    }

    /** All that is kept on topics for ever, in clear or sealed, and therefore belongs to a release. */
    public static List<Schema> toldAndContents() {
        return Stream.concat(told().stream(), CONTENTS.stream()).toList();
    }

    /** The context that a schema belongs to, for example {@code intake}. */
    public static String context(Schema schema) {
        String namespace = schema.getNamespace();
        return namespace.substring(namespace.lastIndexOf('.') + 1);
    }

    /** The topic of an event, for example {@code fort.intake.v1}. */
    public static String topic(String prefix, Schema event) {
        return prefix + "." + context(event) + ".v1";
    }

    /** The registry subject of an event on its topic (TopicRecordNameStrategy). */
    public static String subject(String prefix, Schema event) {
        return topic(prefix, event) + "-" + event.getFullName();
    }
}
