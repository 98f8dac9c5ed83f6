package scot.fort.allocation.allocation.kafka;

import java.util.Arrays;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import scot.fort.allocation.allocation.Allocation;
import scot.fort.allocation.allocation.AllocationEvent;
import scot.fort.allocation.allocation.Child;
import scot.fort.allocation.allocation.Family;
import scot.fort.allocation.allocation.Plan;
import scot.fort.allocation.directory.SupportCode;
import scot.fort.events.common.Article6;
import scot.fort.events.common.ChildSummary;
import scot.fort.events.common.EventMetadata;
import scot.fort.events.intake.ConsentChanged;
import scot.fort.events.intake.ContentErased;
import scot.fort.events.intake.ReferralCorrected;
import scot.fort.events.intake.ReferralEnteredInError;
import scot.fort.events.intake.ReferralReceived;
import scot.fort.events.intake.ReferralWithdrawn;
import scot.fort.events.triage.ScreeningDecided;
import scot.fort.platform.lifecycle.Consent;
import scot.fort.platform.lifecycle.Consents;
import scot.fort.platform.lifecycle.Decision.Accepted;
import scot.fort.platform.lifecycle.Lane;
import scot.fort.platform.messaging.consume.Reacted;
import scot.fort.platform.messaging.consume.Reactions;
import scot.fort.platform.service.ToldEvent;

/** What an allocation makes of what intake and triage tell; whatever else they tell may move where the referral stands. */
final class AllocationReactions {

    private AllocationReactions() {}

    static Reactions<Allocation, AllocationEvent> all() {
        return new Reactions<Allocation, AllocationEvent>()
                .on(ReferralReceived.class, AllocationReactions::received)
                .on(
                        ReferralCorrected.class,
                        (state, event, by) ->
                                Reacted.applied(heard(state, event).corrected(children(event.getChildren()))))
                .on(
                        ReferralWithdrawn.class,
                        (state, event, by) -> reacted(heard(state, event).withdrawn(by.getRecordedAt())))
                .on(
                        ReferralEnteredInError.class,
                        (state, event, by) -> reacted(heard(state, event).enteredInError(by.getRecordedAt())))
                .on(ConsentChanged.class, AllocationReactions::consentChanged)
                .on(
                        ContentErased.class,
                        (state, event, by) -> reacted(heard(state, event).contentErased()))
                .on(ScreeningDecided.class, AllocationReactions::decided)
                .onAnyOther(AllocationReactions::other);
    }

    private static Reacted<Allocation, AllocationEvent> received(
            @Nullable Allocation state, ReferralReceived event, EventMetadata by) {
        Family family = new Family(
                by.getReferralId(),
                event.getReference(),
                Lane.valueOf(event.getLane().name()),
                event.getRestricted(),
                event.getLawfulBasis().getArticle6() == Article6.CONSENT,
                Consents.none(),
                event.getContent().getKeyId(),
                children(event.getChildren()));
        return reacted(heard(state, event).received(family));
    }

    private static Reacted<Allocation, AllocationEvent> consentChanged(
            @Nullable Allocation state, ConsentChanged event, EventMetadata by) {
        Consent change = new Consent(event.getGiven(), event.getBy(), event.getAt());
        return reacted(heard(state, event).consentChanged(change));
    }

    private static Reacted<Allocation, AllocationEvent> decided(
            @Nullable Allocation state, ScreeningDecided event, EventMetadata by) {
        Allocation known = heard(state, event);
        return switch (event.getDecision()) {
            case ALLOCATE_FAMILY_SUPPORT ->
                reacted(known.decided(
                        Plan.decided(event.getRound(), supports(event), event.getChildrenRefs(), by.getOccurredAt())));
            case UNKNOWN -> Reacted.applied(known);
            default -> reacted(known.decidedOtherwise(event.getChildrenRefs(), by.getRecordedAt()));
        };
    }

    private static Reacted<Allocation, AllocationEvent> other(
            @Nullable Allocation state, SpecificRecord event, EventMetadata by) {
        Allocation known = heard(state, event);
        return known.equals(state) ? Reacted.skipped() : Reacted.applied(known);
    }

    private static Allocation heard(@Nullable Allocation state, SpecificRecord event) {
        return (state == null ? Allocation.unheard() : state).heard(new ToldEvent(event));
    }

    /** A code that this release does not know asks for nothing here. */
    private static List<SupportCode> supports(ScreeningDecided event) {
        return Arrays.stream(SupportCode.values())
                .filter(code -> event.getSupportCodes().stream()
                        .anyMatch(decided -> decided.name().equals(code.name())))
                .toList();
    }

    private static List<Child> children(List<ChildSummary> children) {
        return children.stream()
                .map(child -> new Child(child.getRef(), child.getAgeYears(), child.getUnborn(), child.getWard()))
                .toList();
    }

    private static Reacted<Allocation, AllocationEvent> reacted(Accepted<Allocation, AllocationEvent> accepted) {
        return Reacted.applied(accepted.state(), accepted.events());
    }
}
