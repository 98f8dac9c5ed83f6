package scot.fort.platform.messaging.contract;

import static scot.fort.platform.messaging.contract.EventSamples.some;

import java.util.List;
import scot.fort.events.allocation.AllocationExhausted;
import scot.fort.events.allocation.AllocationOpened;
import scot.fort.events.allocation.OfferAccepted;
import scot.fort.events.allocation.OfferDeclined;
import scot.fort.events.allocation.SupportCompleted;
import scot.fort.events.allocation.SupportOffered;
import scot.fort.events.allocation.SupportStarted;
import scot.fort.events.common.ChildSummary;
import scot.fort.events.common.Concern;
import scot.fort.events.common.ConcernCode;
import scot.fort.events.common.ConcernSubject;
import scot.fort.events.common.Lane;
import scot.fort.events.common.Priority;
import scot.fort.events.common.ScreeningDecision;
import scot.fort.events.common.SupportCode;
import scot.fort.events.intake.ReferralInformationAdded;
import scot.fort.events.intake.ReferralReceived;
import scot.fort.events.intake.ReferralResubmitted;
import scot.fort.events.intake.ReferralWithdrawn;
import scot.fort.events.notification.NotificationQueued;
import scot.fort.events.notification.NotificationSent;
import scot.fort.events.triage.InformationRequested;
import scot.fort.events.triage.PriorityRated;
import scot.fort.events.triage.ScreeningClaimed;
import scot.fort.events.triage.ScreeningDecided;
import scot.fort.events.triage.ScreeningOpened;
import scot.fort.events.triage.ScreeningReopened;

/**
 * The events on the main road of a referral, about one child {@code c1} in the first round of screening; each can be
 * changed before it enters an {@link EventScript}. Any other event comes from {@link EventSamples}.
 */
public final class EventBuilders {

    private EventBuilders() {}

    public static ReferralReceived.Builder received() {
        return ReferralReceived.newBuilder(some(ReferralReceived.class))
                .setReference("FORT-7K2M-9QXA")
                .setLane(Lane.FAMILY_SUPPORT)
                .setSourceSystem("seemis")
                .setChildren(List.of(new ChildSummary("c1", 11, false, "STRATHMARTINE")))
                .setConcerns(List.of(new Concern(ConcernCode.DOMESTIC_ABUSE, ConcernSubject.PARENT_CARER, "a1")))
                .setSupportRequested(List.of(SupportCode.FAMILY_SUPPORT));
    }

    public static ReferralInformationAdded.Builder informationAdded(int answersQuestion) {
        return ReferralInformationAdded.newBuilder(some(ReferralInformationAdded.class))
                .setAnswersQuestion(answersQuestion);
    }

    public static ReferralResubmitted.Builder resubmitted(int submission) {
        return ReferralResubmitted.newBuilder(some(ReferralResubmitted.class)).setSubmission(submission);
    }

    public static ReferralWithdrawn.Builder withdrawn(String reason) {
        return ReferralWithdrawn.newBuilder(some(ReferralWithdrawn.class)).setReason(reason);
    }

    public static ScreeningOpened.Builder screeningOpened(Priority priority) {
        return ScreeningOpened.newBuilder(some(ScreeningOpened.class))
                .setChildrenRefs(List.of("c1"))
                .setLane(Lane.FAMILY_SUPPORT)
                .setPriority(priority);
    }

    public static ScreeningClaimed.Builder claimed(String screener) {
        return ScreeningClaimed.newBuilder(some(ScreeningClaimed.class)).setScreener(screener);
    }

    public static PriorityRated.Builder rated(Priority priority, Priority previous) {
        return PriorityRated.newBuilder(some(PriorityRated.class))
                .setPriority(priority)
                .setPrevious(previous);
    }

    public static InformationRequested.Builder informationRequested(int number) {
        return InformationRequested.newBuilder(some(InformationRequested.class)).setNumber(number);
    }

    public static ScreeningDecided.Builder decided(ScreeningDecision decision) {
        return ScreeningDecided.newBuilder(some(ScreeningDecided.class))
                .setDecision(decision)
                .setChildrenRefs(List.of("c1"))
                .setSupportCodes(
                        decision == ScreeningDecision.ALLOCATE_FAMILY_SUPPORT
                                ? List.of(SupportCode.FAMILY_SUPPORT)
                                : List.of());
    }

    public static ScreeningReopened.Builder reopened(int round, int submission) {
        return ScreeningReopened.newBuilder(some(ScreeningReopened.class))
                .setRound(round)
                .setSubmission(submission)
                .setChildrenRefs(List.of("c1"));
    }

    public static AllocationOpened.Builder allocationOpened() {
        return AllocationOpened.newBuilder(some(AllocationOpened.class))
                .setSupportCodes(List.of(SupportCode.FAMILY_SUPPORT))
                .setChildrenRefs(List.of("c1"));
    }

    public static SupportOffered.Builder offered(String offerId) {
        return SupportOffered.newBuilder(some(SupportOffered.class))
                .setOfferId(offerId)
                .setSupportCodes(List.of(SupportCode.FAMILY_SUPPORT));
    }

    public static OfferAccepted.Builder accepted(String offerId) {
        return OfferAccepted.newBuilder(some(OfferAccepted.class)).setOfferId(offerId);
    }

    public static OfferDeclined.Builder declined(String offerId) {
        return OfferDeclined.newBuilder(some(OfferDeclined.class)).setOfferId(offerId);
    }

    public static SupportStarted.Builder started(String offerId) {
        return SupportStarted.newBuilder(some(SupportStarted.class)).setOfferId(offerId);
    }

    public static SupportCompleted.Builder completed(String offerId) {
        return SupportCompleted.newBuilder(some(SupportCompleted.class)).setOfferId(offerId);
    }

    public static AllocationExhausted.Builder exhausted() {
        return AllocationExhausted.newBuilder(some(AllocationExhausted.class));
    }

    public static NotificationQueued.Builder notificationQueued(String notificationId) {
        return NotificationQueued.newBuilder(some(NotificationQueued.class)).setNotificationId(notificationId);
    }

    public static NotificationSent.Builder notificationSent(String notificationId) {
        return NotificationSent.newBuilder(some(NotificationSent.class)).setNotificationId(notificationId);
    }
}
