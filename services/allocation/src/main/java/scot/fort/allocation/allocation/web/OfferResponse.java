package scot.fort.allocation.allocation.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import scot.fort.allocation.allocation.Allocation;
import scot.fort.allocation.allocation.Child;
import scot.fort.allocation.allocation.Offer;
import scot.fort.allocation.allocation.OfferAnswer;
import scot.fort.allocation.allocation.OfferState;
import scot.fort.allocation.directory.SupportCode;
import scot.fort.platform.web.concurrency.Version;

/**
 * An offer as coordinators and its provider see it. Nothing personal is in it.
 *
 * @param children whom it is for
 * @param allowedTransitions what may become of it from here
 */
record OfferResponse(
        String id,
        String referralId,
        String reference,
        String serviceId,
        String serviceName,
        String providerOrganisation,
        OfferState state,
        List<SupportCode> supportCodes,
        List<Child> children,
        boolean automatic,
        Instant offeredAt,
        Instant expiresAt,
        Instant changedAt,
        @Nullable OfferAnswer answer,
        @Nullable String reason,
        List<OfferState> allowedTransitions,
        String etag) {

    /** @param now an offer past its end shows as expired, whether or not that has been recorded yet */
    static OfferResponse of(Allocation allocation, Offer offer, Instant now) {
        OfferState state = offer.stateAt(now);
        return new OfferResponse(
                offer.id(),
                allocation.knownFamily().referralId(),
                allocation.knownFamily().reference(),
                offer.serviceId(),
                offer.serviceName(),
                offer.providerOrganisation(),
                state,
                offer.supportCodes(),
                allocation.knownFamily().children().stream()
                        .filter(child -> offer.covers(child.ref()))
                        .toList(),
                offer.automatic(),
                offer.offeredAt(),
                offer.expiresAt(),
                offer.changedAt(),
                offer.answer(),
                offer.reason(),
                state.next().stream().sorted().toList(),
                new Version(offer.version()).etag());
    }
}
