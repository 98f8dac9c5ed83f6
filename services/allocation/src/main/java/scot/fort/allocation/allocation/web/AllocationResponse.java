package scot.fort.allocation.allocation.web;

import java.time.Instant;
import java.util.List;
import scot.fort.allocation.allocation.Allocation;
import scot.fort.allocation.allocation.Child;
import scot.fort.allocation.allocation.Family;
import scot.fort.allocation.allocation.Plan;
import scot.fort.allocation.directory.SupportCode;
import scot.fort.platform.lifecycle.Consent;
import scot.fort.platform.lifecycle.Lane;
import scot.fort.platform.lifecycle.Status;
import scot.fort.platform.service.Handled;

/**
 * The search for support for one referral. Nothing personal is in it.
 *
 * @param status where the referral stands
 * @param allocationStatus where the allocation stands; another word only where other children of the referral were
 *     decided on otherwise, or the referral has ended
 * @param basedOnConsent whether the family's data is shared on the basis of consent
 * @param consentChanges what has been said of consent since the referral was sent, the last word of each person
 * @param round of screening that it follows
 * @param children those that support is sought for
 * @param openedAt when the hub decided on support
 * @param searching whether the next service is about to be chosen by itself
 * @param erased whether what was personal in the referral has been erased
 */
record AllocationResponse(
        String referralId,
        String reference,
        Lane lane,
        Status status,
        Status allocationStatus,
        boolean restricted,
        boolean basedOnConsent,
        List<Consent> consentChanges,
        int round,
        List<SupportCode> supportCodes,
        List<Child> children,
        Instant openedAt,
        boolean searching,
        boolean erased,
        List<OfferResponse> offers,
        String etag) {

    /** @param now an offer past its end shows as expired */
    static AllocationResponse of(Handled<Allocation> found, Instant now) {
        Allocation allocation = found.state();
        Family family = allocation.knownFamily();
        Plan plan = allocation.knownPlan();
        return new AllocationResponse(
                family.referralId(),
                family.reference(),
                family.lane(),
                allocation.status(),
                allocation.allocationStatus(),
                family.restricted(),
                family.onConsent(),
                family.consentChanges().words(),
                plan.round(),
                plan.supportCodes(),
                allocation.children(),
                plan.decidedAt(),
                allocation.searching(),
                family.isErased(),
                allocation.offers().stream()
                        .map(offer -> OfferResponse.of(allocation, offer, now))
                        .toList(),
                found.etag());
    }
}
