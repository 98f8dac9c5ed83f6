package scot.fort.allocation.allocation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import scot.fort.allocation.directory.SupportService;
import scot.fort.platform.lifecycle.Decision;
import scot.fort.platform.lifecycle.Refusal;
import scot.fort.platform.lifecycle.Status;
import scot.fort.platform.sealing.Sealed;

/** What people, and time, decide on an allocation and its offers. */
final class OfferDecisions {

    private static final String ALLOCATION_CLOSED = "ALLOCATION_CLOSED";
    private static final String SUPPORT_COMPLETED = "SUPPORT_COMPLETED";

    private static final Refusal TOO_MUCH = new Refusal(
            "too-large",
            "More has been written about this family's support than can be kept in one place. Keep further notes in your own"
                    + " records; about a worry for a child, ring the hub.");

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
     * @param placeId under which the place is held
     * @param contact address of the provider
     */
    record Proposal(
            String id,
            String placeId,
            SupportService service,
            boolean automatic,
            Instant expiresAt,
            @Nullable Sealed contact) {}

    /** The offer by which the family waits with a service. */
    Optional<Offer> waitingWith(String serviceId) {
        return allocation.offers().stream()
                .filter(offer -> offer.serviceId().equals(serviceId) && offer.state() == OfferState.WAITLISTED)
                .findFirst();
    }

    Decision<Allocation, AllocationEvent> offer(Proposal proposal, Instant now) {
        Optional<Refusal> refusal =
                OfferRefusals.of(allocation).toOffer(proposal.service().id());
        if (refusal.isPresent()) {
            return Decision.refused(refusal.get());
        }
        List<String> refs = childrenOf(proposal);
        Offer made = waitingWith(proposal.service().id())
                .map(waiting -> waiting.offeredAgain(proposal, refs, now))
                .orElseGet(() -> Offer.made(
                        proposal,
                        allocation.knownPlan(),
                        refs,
                        Objects.requireNonNull(proposal.service().profile().providerOrganisation()),
                        now));
        List<Offer> offers = new ArrayList<>(allocation.offersWith(made.id(), waiting -> made));
        if (!offers.contains(made)) {
            offers.add(made);
        }
        return allocation.after(
                offers, false, List.of(new AllocationEvent.SupportOffered(round(), made, proposal.contact())));
    }

    /** A coordinator may know better than the directory whom a service takes. */
    private List<String> childrenOf(Proposal proposal) {
        List<Child> planned = allocation.children();
        return (proposal.automatic()
                        ? Matching.taken(planned, proposal.service().profile())
                        : planned)
                .stream().map(Child::ref).toList();
    }

    /** No service is left to be asked. While one has still to answer, or to begin, that is no exhaustion. */
    Decision.Accepted<Allocation, AllocationEvent> exhausted(int considered) {
        boolean news = !Coverage.of(allocation).isPlaceAwaited()
                && allocation.allocationStatus().mayBecome(Status.UNALLOCATED);
        return allocation.after(
                allocation.offers(),
                false,
                news
                        ? List.of(new AllocationEvent.AllocationExhausted(
                                round(), considered, allocation.knownFamily().endsSearch()))
                        : List.of());
    }

    /** @param offerId of an offer of this allocation */
    Decision<Allocation, AllocationEvent> answer(String offerId, OfferCommand command, SealedWords words, Instant now) {
        Offer offer = allocation.offer(offerId).orElseThrow();
        OfferState state = offer.stateAt(now);
        Status ended = allocation.standing().progress().ended();
        if (ended != null && !(command instanceof OfferCommand.Decline)) {
            return Decision.illegal("The referral is " + ended + ".", ended.next());
        }
        if (!command.isLegalIn(state)) {
            return Decision.illegal("The offer is " + state + ".", state.next());
        }
        OfferState next = command.leadsTo();
        if (next == null && written() + words.bytes() > command.mostWritten()) {
            return Decision.refused(TOO_MUCH);
        }
        Offer moved = next == null
                ? offer.noted(words.bytes(), now)
                : offer.moved(next, now, command.answer(), command.reason());
        List<AllocationEvent> events = List.of(command.event(round(), moved, words));
        return next == null
                ? allocation.after(allocation.offersWith(offerId, any -> moved), allocation.searching(), events)
                : moved(List.of(moved), events);
    }

    /** Records the end of what was not answered in time. */
    Decision<Allocation, AllocationEvent> expire(Instant now) {
        List<Offer> expired = allocation.overdue(now).stream()
                .map(offer -> offer.moved(OfferState.EXPIRED, now))
                .toList();
        return expired.isEmpty()
                ? Decision.accepted(allocation, List.of())
                : moved(
                        expired,
                        expired.stream()
                                .<AllocationEvent>map(offer -> new AllocationEvent.OfferExpired(round(), offer))
                                .toList());
    }

    /**
     * A coordinator gives the search up, which only an exhausted one allows. Whoever was waited with is told; support
     * that runs for other children goes on.
     */
    Decision<Allocation, AllocationEvent> close(String reason, SealedWords words, Instant now) {
        Status status = allocation.allocationStatus();
        if (status != Status.UNALLOCATED) {
            return Decision.refused(OfferRefusals.illegal(status));
        }
        List<Offer> offers = new ArrayList<>();
        List<AllocationEvent> events = new ArrayList<>();
        for (Offer offer : allocation.offers()) {
            boolean waits = offer.state().isLive() && offer.state() != OfferState.STARTED;
            Offer after = waits ? offer.moved(OfferState.REVOKED, now, offer.answer(), ALLOCATION_CLOSED) : offer;
            offers.add(after);
            if (waits) {
                events.add(new AllocationEvent.OfferRevoked(round(), after, ALLOCATION_CLOSED, null));
            }
        }
        events.add(new AllocationEvent.AllocationClosed(round(), reason, words.text()));
        events.addAll(allocation.continuing());
        return allocation.after(planGivenUp(), offers, false, allocation.placesToRelease(), events);
    }

    private Plan planGivenUp() {
        Coverage coverage = Coverage.of(allocation);
        List<String> kept = coverage.planned().stream()
                .filter(ref -> !coverage.unsupported().contains(ref))
                .toList();
        return coverage.supportRuns() && !kept.isEmpty()
                ? allocation.knownPlan().only(kept)
                : allocation.knownPlan();
    }

    /** The places of ended offers have been given back. */
    Decision<Allocation, AllocationEvent> placesReleased(Collection<String> placeIds) {
        return Decision.accepted(allocation.placesReleased(placeIds), List.of());
    }

    /** @param moved offers that have come to stand elsewhere, one at least */
    private Decision.Accepted<Allocation, AllocationEvent> moved(List<Offer> moved, List<AllocationEvent> events) {
        List<Offer> offers = new ArrayList<>(allocation.offers());
        offers.replaceAll(offer -> moved.stream()
                .filter(other -> other.id().equals(offer.id()))
                .findFirst()
                .orElse(offer));
        Plan plan = allocation.knownPlan();
        for (Offer offer : moved) {
            plan = offer.state() == OfferState.COMPLETED ? plan.supported(offer.childrenRefs()) : plan;
        }
        boolean lapsed = moved.stream().anyMatch(OfferDecisions::goesOnToTheNext);
        Allocation next = allocation
                .after(plan, offers, allocation.searching() || lapsed, allocation.placesToRelease(), events)
                .state();
        Coverage coverage = Coverage.of(next);
        Allocation now = next.searching() && coverage.uncovered().isEmpty()
                ? next.after(offers, false, List.of()).state()
                : next;
        return now.also(events, afterwards(now, coverage, moved));
    }

    /** What is to be said besides, so that no child is forgotten behind a sibling whose support runs or is completed. */
    private List<AllocationEvent> afterwards(Allocation now, Coverage coverage, List<Offer> moved) {
        boolean allSupported = coverage.unsupported().isEmpty();
        return switch (now.allocationStatus()) {
            case SUPPORT_ACTIVE -> allSupported ? List.of() : List.of(now.opening(coverage.unsupported()));
            case CLOSED ->
                allSupported && !coverage.somethingWaits() ? List.of() : List.of(now.opening(coverage.sought()));
            case ALLOCATING ->
                !allSupported || coverage.supportRuns() || coverage.somethingWaits() || isSupportLost(moved)
                        ? List.of()
                        : List.of(new AllocationEvent.AllocationClosed(round(), SUPPORT_COMPLETED, null));
            default -> List.of();
        };
    }

    private boolean isSupportLost(List<Offer> moved) {
        return moved.stream()
                .anyMatch(offer -> offer.state() == OfferState.FAILED
                        || offer.state() == OfferState.REVOKED
                                && allocation.offer(offer.id()).orElseThrow().state() == OfferState.STARTED);
    }

    /** What the service chose itself, and was not taken up, it replaces itself. */
    private static boolean goesOnToTheNext(Offer offer) {
        return offer.automatic()
                && switch (offer.state()) {
                    case DECLINED, EXPIRED, WAITLISTED -> true;
                    case OFFERED, ACCEPTED, STARTED, COMPLETED, FAILED, REVOKED -> false;
                };
    }

    private long written() {
        return allocation.offers().stream().mapToLong(Offer::bytesWritten).sum();
    }

    private int round() {
        return allocation.knownPlan().round();
    }
}
