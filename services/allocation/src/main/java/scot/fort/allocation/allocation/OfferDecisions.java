package scot.fort.allocation.allocation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import scot.fort.allocation.directory.SupportService;
import scot.fort.platform.lifecycle.Decision;
import scot.fort.platform.lifecycle.Refusal;
import scot.fort.platform.lifecycle.Status;
import scot.fort.platform.sealing.Sealed;

/** What people, and time, decide on an allocation and its offers. */
final class OfferDecisions {

    /** From where a service may be looked for. */
    private static final Set<Status> IN_SEARCH =
            EnumSet.of(Status.ALLOCATING, Status.UNALLOCATED, Status.SUPPORT_ACTIVE);

    private static final String ALLOCATION_CLOSED = "ALLOCATION_CLOSED";

    private final Allocation allocation;

    private OfferDecisions(Allocation allocation) {
        this.allocation = allocation;
    }

    static OfferDecisions on(Allocation allocation) {
        return new OfferDecisions(allocation);
    }

    /**
     * An offer that is to be made, once a place is held for it.
     *
     * @param id of the offer: a new one, or that of the offer by which the family waits with this service
     * @param contact address of the provider
     */
    record Proposal(
            String id,
            SupportService service,
            boolean automatic,
            Instant expiresAt,
            @Nullable Sealed contact) {}

    /** Why no service may be offered a place now; none when one may. */
    Optional<Refusal> refusalToOffer() {
        Status status = allocation.allocationStatus();
        return IN_SEARCH.contains(status) ? Optional.empty() : Optional.of(illegal(status));
    }

    /** Why this service may not be offered a place now. */
    Optional<Refusal> refusalToOffer(String serviceId) {
        return refusalToOffer().or(() -> allocation.offers().stream()
                .filter(offer -> offer.serviceId().equals(serviceId))
                .filter(offer -> offer.state().holdsPlace())
                .findFirst()
                .map(offer -> Refusal.illegal(
                        "The service has an offer already that is " + offer.state() + ".",
                        offer.state().next())));
    }

    /** Why the best service may not be chosen now. */
    Optional<Refusal> refusalToSearch(Instant now) {
        return refusalToOffer().or(() -> allocation.offers().stream()
                .filter(offer -> offer.stateAt(now) == OfferState.OFFERED)
                .findFirst()
                .map(offer -> Refusal.illegal(
                        "An offer is not answered yet.", offer.state().next())));
    }

    /** The offer by which the family waits with a service. */
    Optional<Offer> waitingWith(String serviceId) {
        return allocation.offers().stream()
                .filter(offer -> offer.serviceId().equals(serviceId) && offer.state() == OfferState.WAITLISTED)
                .findFirst();
    }

    Decision<Allocation, AllocationEvent> offer(Proposal proposal, Instant now) {
        Optional<Refusal> refusal = refusalToOffer(proposal.service().id());
        if (refusal.isPresent()) {
            return Decision.refused(refusal.get());
        }
        Offer made = waitingWith(proposal.service().id())
                .map(waiting -> waiting.offeredAgain(now, proposal.expiresAt(), proposal.automatic()))
                .orElseGet(() -> Offer.made(
                        proposal.id(),
                        allocation.knownPlan(),
                        proposal.service(),
                        Objects.requireNonNull(proposal.service().profile().providerOrganisation()),
                        proposal.automatic(),
                        now,
                        proposal.expiresAt()));
        List<Offer> offers = new ArrayList<>(allocation.offersWith(made.id(), waiting -> made));
        if (!offers.contains(made)) {
            offers.add(made);
        }
        return allocation.after(
                offers, false, List.of(new AllocationEvent.SupportOffered(round(), made, proposal.contact())));
    }

    /** No service is left to be asked. While one has still to answer, or supports the family, that is no exhaustion. */
    Decision<Allocation, AllocationEvent> exhausted(int considered) {
        boolean news = !allocation.holdsPlace() && allocation.allocationStatus().mayBecome(Status.UNALLOCATED);
        return allocation.after(
                allocation.offers(),
                false,
                news ? List.of(new AllocationEvent.AllocationExhausted(round(), considered)) : List.of());
    }

    /** @param offerId of an offer of this allocation */
    Decision<Allocation, AllocationEvent> answer(String offerId, OfferCommand command, SealedWords words, Instant now) {
        Offer offer = allocation.offer(offerId).orElseThrow();
        OfferState state = offer.stateAt(now);
        if (!command.isLegalIn(state)) {
            return Decision.illegal("The offer is " + state + ".", state.next());
        }
        OfferState next = command.leadsTo();
        Offer moved = next == null ? offer.touched(now) : offer.moved(next, now, command.answer(), command.reason());
        return moved(List.of(moved), List.of(command.event(round(), moved, words)));
    }

    /** Records the end of what was not answered in time. */
    Decision<Allocation, AllocationEvent> expire(Instant now) {
        List<Offer> expired = allocation.overdue(now).stream()
                .map(offer -> offer.moved(OfferState.EXPIRED, now))
                .toList();
        return moved(
                expired,
                expired.stream()
                        .<AllocationEvent>map(offer -> new AllocationEvent.OfferExpired(round(), offer))
                        .toList());
    }

    /** A coordinator gives the search up, which only an exhausted one allows. */
    Decision<Allocation, AllocationEvent> close(String reason, SealedWords words, Instant now) {
        Status status = allocation.allocationStatus();
        if (status != Status.UNALLOCATED) {
            return Decision.refused(illegal(status));
        }
        List<Offer> waiting = allocation.offers().stream()
                .filter(offer -> offer.state().isLive())
                .map(offer -> offer.moved(OfferState.REVOKED, now, offer.answer(), ALLOCATION_CLOSED))
                .toList();
        List<AllocationEvent> events = new ArrayList<>();
        waiting.forEach(offer -> events.add(new AllocationEvent.OfferRevoked(round(), offer, ALLOCATION_CLOSED, null)));
        events.add(new AllocationEvent.AllocationClosed(round(), reason, words.text()));
        return moved(waiting, events);
    }

    /** The places of ended offers have been given back. */
    Decision<Allocation, AllocationEvent> placesReleased(Collection<String> offerIds) {
        return Decision.accepted(allocation.placesReleased(offerIds), List.of());
    }

    private Decision.Accepted<Allocation, AllocationEvent> moved(List<Offer> moved, List<AllocationEvent> events) {
        List<Offer> offers = new ArrayList<>(allocation.offers());
        offers.replaceAll(offer -> moved.stream()
                .filter(other -> other.id().equals(offer.id()))
                .findFirst()
                .orElse(offer));
        boolean held = offers.stream().anyMatch(offer -> offer.state().holdsPlace());
        boolean lapsed = moved.stream().anyMatch(OfferDecisions::goesOnToTheNext);
        return allocation.after(offers, !held && (lapsed || allocation.searching()), events);
    }

    /** What the service chose itself, and was not taken up, it replaces itself. */
    private static boolean goesOnToTheNext(Offer offer) {
        return offer.automatic()
                && switch (offer.state()) {
                    case DECLINED, EXPIRED, WAITLISTED -> true;
                    case OFFERED, ACCEPTED, STARTED, COMPLETED, FAILED, REVOKED -> false;
                };
    }

    private int round() {
        return allocation.knownPlan().round();
    }

    private static Refusal illegal(Status status) {
        return Refusal.illegal("The allocation is " + status + ".", status.next());
    }
}
