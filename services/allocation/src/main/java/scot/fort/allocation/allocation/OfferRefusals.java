package scot.fort.allocation.allocation;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import scot.fort.platform.lifecycle.Refusal;
import scot.fort.platform.lifecycle.Status;

/** Why no service may be offered a place, or be looked for, as an allocation stands; empty where it may. */
record OfferRefusals(Allocation allocation) {

    /** From where a service may be looked for. */
    private static final Set<Status> IN_SEARCH =
            EnumSet.of(Status.ALLOCATING, Status.UNALLOCATED, Status.SUPPORT_ACTIVE);

    private static final Refusal ERASED = Refusal.illegal(
            "What was personal in this referral has been erased, so nobody can be asked to support the family.",
            Set.of());
    private static final Refusal WITHDRAWN_BASIS =
            Refusal.illegal("Consent was withdrawn, and the family's data may be shared on no other basis.", Set.of());
    private static final Refusal WITHDRAWN_CONSENT = Refusal.illegal(
            "Consent was withdrawn, so no service is chosen by itself; name one, or close the allocation.", Set.of());

    static OfferRefusals of(Allocation allocation) {
        return new OfferRefusals(allocation);
    }

    /** Why no service may be offered a place now. */
    Optional<Refusal> toOffer() {
        Status status = allocation.allocationStatus();
        if (!IN_SEARCH.contains(status)) {
            return Optional.of(illegal(status));
        }
        Family family = allocation.knownFamily();
        if (family.isErased()) {
            return Optional.of(ERASED);
        }
        return family.onConsent() && family.consentWithdrawn() ? Optional.of(WITHDRAWN_BASIS) : Optional.empty();
    }

    /** Why no service may be chosen by itself now: a family that has taken back its consent is a case for a person. */
    Optional<Refusal> toGoOn() {
        return toOffer()
                .or(() -> allocation.knownFamily().consentWithdrawn()
                        ? Optional.of(WITHDRAWN_CONSENT)
                        : Optional.empty());
    }

    /** Why this service may not be offered a place now; one that supports a child may be asked for a sibling. */
    Optional<Refusal> toOffer(String serviceId) {
        List<String> sought = Coverage.of(allocation).sought();
        return toOffer().or(() -> allocation.offers().stream()
                .filter(offer -> offer.serviceId().equals(serviceId))
                .filter(offer ->
                        offer.state().holdsPlace() && offer.childrenRefs().containsAll(sought))
                .findFirst()
                .map(offer -> Refusal.illegal(
                        "The service has an offer already that is " + offer.state() + ".",
                        offer.state().next())));
    }

    /** Why the best service may not be chosen now. */
    Optional<Refusal> toSearch(Instant now) {
        return toGoOn().or(() -> allocation.offers().stream()
                .filter(offer -> offer.stateAt(now) == OfferState.OFFERED)
                .findFirst()
                .map(offer -> Refusal.illegal(
                        "An offer is not answered yet.", offer.state().next())));
    }

    static Refusal illegal(Status status) {
        return Refusal.illegal("The allocation is " + status + ".", status.next());
    }
}
