package scot.fort.notification.correspondence.kafka;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import scot.fort.events.allocation.AllocationExhausted;
import scot.fort.events.allocation.OfferExpired;
import scot.fort.events.allocation.OfferRevoked;
import scot.fort.events.allocation.SupportCompleted;
import scot.fort.events.allocation.SupportOffered;
import scot.fort.events.allocation.SupportStarted;
import scot.fort.events.common.EventMetadata;
import scot.fort.events.common.ScreeningDecision;
import scot.fort.events.intake.ConsentChanged;
import scot.fort.events.intake.ContentErased;
import scot.fort.events.intake.ReferralReceived;
import scot.fort.events.triage.EscalationOutcomeRecorded;
import scot.fort.events.triage.GlassBroken;
import scot.fort.events.triage.InformationRequested;
import scot.fort.events.triage.ScreeningAtRisk;
import scot.fort.events.triage.ScreeningBreached;
import scot.fort.events.triage.ScreeningDecided;
import scot.fort.notification.correspondence.Correspondence;
import scot.fort.notification.correspondence.NotificationEvent;
import scot.fort.notification.correspondence.Receipt;
import scot.fort.notification.correspondence.Template;
import scot.fort.platform.lifecycle.Decision.Accepted;
import scot.fort.platform.messaging.consume.Reacted;
import scot.fort.platform.messaging.consume.Reactions;
import scot.fort.platform.sealing.Sealed;

/** Which event tells whom what. The triggering event's id is the message's id, so no event gives rise to two. */
final class CorrespondenceReactions {

    private CorrespondenceReactions() {}

    static Reactions<Correspondence, NotificationEvent> all() {
        return new Reactions<Correspondence, NotificationEvent>()
                .on(ReferralReceived.class, CorrespondenceReactions::received)
                .on(
                        InformationRequested.class,
                        (state, event, by) -> referrer(state, by, Template.INFORMATION_REQUESTED))
                .on(
                        ScreeningDecided.class,
                        (state, event, by) -> referrer(
                                state,
                                by,
                                event.getDecision() == ScreeningDecision.RETURN_TO_REFERRER
                                        ? Template.REFERRAL_RETURNED
                                        : Template.SCREENING_DECIDED))
                .on(
                        EscalationOutcomeRecorded.class,
                        (state, event, by) -> referrer(state, by, Template.OUTCOME_RECORDED))
                .on(
                        ScreeningAtRisk.class,
                        (state, event, by) ->
                                reacted(orEmpty(state).tellHub(by.getEventId(), Template.SCREENING_AT_RISK, at(by))))
                .on(
                        ScreeningBreached.class,
                        (state, event, by) -> reacted(
                                orEmpty(state).tellManagers(by.getEventId(), Template.SCREENING_BREACHED, at(by))))
                .on(
                        GlassBroken.class,
                        (state, event, by) ->
                                reacted(orEmpty(state).tellManagers(by.getEventId(), Template.GLASS_BROKEN, at(by))))
                .on(
                        AllocationExhausted.class,
                        (state, event, by) -> event.getCause() == null
                                ? referrer(state, by, Template.STILL_SEARCHING)
                                : Reacted.skipped())
                .on(SupportStarted.class, (state, event, by) -> referrer(state, by, Template.SUPPORT_STARTED))
                .on(SupportCompleted.class, (state, event, by) -> referrer(state, by, Template.SUPPORT_ENDED))
                .on(
                        ConsentChanged.class,
                        (state, event, by) -> reacted(orEmpty(state)
                                .tellTeams(
                                        by.getEventId(),
                                        event.getGiven() ? Template.CONSENT_GIVEN : Template.CONSENT_WITHDRAWN,
                                        at(by))))
                .on(
                        ContentErased.class,
                        (state, event, by) -> reacted(orEmpty(state).contentErased()))
                .on(SupportOffered.class, CorrespondenceReactions::offered)
                .on(
                        OfferExpired.class,
                        (state, event, by) -> provider(
                                state, by, Template.OFFER_EXPIRED, event.getOfferId(), event.getProviderOrganisation()))
                .on(
                        OfferRevoked.class,
                        (state, event, by) -> provider(
                                state,
                                by,
                                Template.OFFER_REVOKED,
                                event.getOfferId(),
                                event.getProviderOrganisation()));
    }

    private static Reacted<Correspondence, NotificationEvent> received(
            @Nullable Correspondence state, ReferralReceived event, EventMetadata by) {
        Receipt receipt = new Receipt(
                event.getReference(), by.getOrganisation(), Sealed.of(event.getContent()), event.getRestricted());
        Correspondence known = orEmpty(state).received(receipt);
        return reacted(known.tellReferrer(by.getEventId(), Template.REFERRAL_RECEIVED, at(by)));
    }

    private static Reacted<Correspondence, NotificationEvent> offered(
            @Nullable Correspondence state, SupportOffered event, EventMetadata by) {
        if (event.getContact() == null) {
            return Reacted.skipped();
        }
        Correspondence known = orEmpty(state).withProvider(event.getOfferId(), Sealed.of(event.getContact()));
        return provider(known, by, Template.SUPPORT_OFFERED, event.getOfferId(), event.getProviderOrganisation());
    }

    private static Reacted<Correspondence, NotificationEvent> referrer(
            @Nullable Correspondence state, EventMetadata by, Template template) {
        return reacted(orEmpty(state).tellReferrer(by.getEventId(), template, at(by)));
    }

    private static Reacted<Correspondence, NotificationEvent> provider(
            @Nullable Correspondence state, EventMetadata by, Template template, String offerId, String organisation) {
        Correspondence known = orEmpty(state);
        return known.providers().containsKey(offerId)
                ? reacted(known.tellProvider(by.getEventId(), template, offerId, organisation, at(by)))
                : Reacted.skipped();
    }

    private static Reacted<Correspondence, NotificationEvent> reacted(
            Accepted<Correspondence, NotificationEvent> accepted) {
        return Reacted.applied(accepted.state(), accepted.events());
    }

    private static Correspondence orEmpty(@Nullable Correspondence state) {
        return state == null ? Correspondence.empty() : state;
    }

    private static Instant at(EventMetadata by) {
        return by.getRecordedAt();
    }
}
