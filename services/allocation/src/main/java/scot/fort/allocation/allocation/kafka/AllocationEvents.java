package scot.fort.allocation.allocation.kafka;

import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import scot.fort.allocation.allocation.AllocationEvent;
import scot.fort.allocation.allocation.Offer;
import scot.fort.allocation.allocation.SealedWords;
import scot.fort.allocation.allocation.Wellbeing;
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
import scot.fort.events.common.EventMetadata;
import scot.fort.events.common.OfferAnswer;
import scot.fort.events.common.SupportCode;
import scot.fort.events.common.WellbeingIndicator;
import scot.fort.platform.messaging.aggregate.EventWriter;
import scot.fort.platform.sealing.Sealed;

/** The events of allocation in their Avro form. */
public final class AllocationEvents implements EventWriter<AllocationEvent> {

    @Override
    public SpecificRecord write(AllocationEvent event, EventMetadata metadata) {
        return switch (event) {
            case AllocationEvent.AllocationOpened(int round, var supports, var refs) ->
                new AllocationOpened(metadata, round, supportCodes(supports), refs);
            case AllocationEvent.AllocationExhausted(int round, int considered, String cause) ->
                new AllocationExhausted(metadata, round, considered, cause);
            case AllocationEvent.AllocationClosed(int round, String reason, Sealed text) ->
                new AllocationClosed(metadata, round, reason, Sealed.toAvro(text));
            case AllocationEvent.OfOffer ofOffer -> write(ofOffer, ofOffer.offer(), metadata);
        };
    }

    private static SpecificRecord write(AllocationEvent.OfOffer event, Offer offer, EventMetadata metadata) {
        int round = event.round();
        String id = offer.id();
        String service = offer.serviceId();
        String provider = offer.providerOrganisation();
        return switch (event) {
            case AllocationEvent.SupportOffered offered ->
                new SupportOffered(
                        metadata,
                        round,
                        id,
                        service,
                        provider,
                        offer.serviceName(),
                        supportCodes(offer.supportCodes()),
                        offer.expiresAt(),
                        offer.automatic(),
                        Sealed.toAvro(offered.contact()));
            case AllocationEvent.OfferAccepted accepted -> new OfferAccepted(metadata, round, id, service, provider);
            case AllocationEvent.OfferWaitlisted waiting -> new OfferWaitlisted(metadata, round, id, service, provider);
            case AllocationEvent.OfferExpired expired -> new OfferExpired(metadata, round, id, service, provider);
            case AllocationEvent.OfferDeclined declined ->
                new OfferDeclined(
                        metadata,
                        round,
                        id,
                        service,
                        provider,
                        OfferAnswer.valueOf(declined.answer().name()),
                        declined.reason(),
                        Sealed.toAvro(declined.text()));
            case AllocationEvent.OfferRevoked revoked ->
                new OfferRevoked(
                        metadata, round, id, service, provider, revoked.reason(), Sealed.toAvro(revoked.text()));
            case AllocationEvent.SupportStarted started -> new SupportStarted(metadata, round, id, service, provider);
            case AllocationEvent.SupportContinued continued ->
                new SupportContinued(metadata, round, id, service, provider);
            case AllocationEvent.SupportProgressed progressed ->
                new SupportProgressed(
                        metadata,
                        round,
                        id,
                        service,
                        provider,
                        indicators(progressed.wellbeing()),
                        progressed.text().toAvro());
            case AllocationEvent.SupportCompleted completed -> completed(completed, offer, metadata);
            case AllocationEvent.SupportFailed failed ->
                new SupportFailed(
                        metadata, round, id, service, provider, failed.reason(), Sealed.toAvro(failed.text()));
            case AllocationEvent.ConcernRaised raised ->
                new ConcernRaised(
                        metadata, round, id, service, provider, raised.text().toAvro());
        };
    }

    private static SupportCompleted completed(
            AllocationEvent.SupportCompleted event, Offer offer, EventMetadata metadata) {
        SealedWords words = event.words();
        return new SupportCompleted(
                metadata,
                event.round(),
                offer.id(),
                offer.serviceId(),
                offer.providerOrganisation(),
                event.outcome(),
                indicators(event.wellbeing()),
                Sealed.toAvro(words.text()),
                Sealed.toAvro(words.views()));
    }

    private static List<SupportCode> supportCodes(List<scot.fort.allocation.directory.SupportCode> codes) {
        return codes.stream().map(code -> SupportCode.valueOf(code.name())).toList();
    }

    private static List<WellbeingIndicator> indicators(List<Wellbeing> wellbeing) {
        return wellbeing.stream()
                .map(code -> WellbeingIndicator.valueOf(code.name()))
                .toList();
    }
}
