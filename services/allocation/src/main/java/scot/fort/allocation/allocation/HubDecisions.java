package scot.fort.allocation.allocation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import scot.fort.platform.lifecycle.Decision.Accepted;
import scot.fort.platform.lifecycle.Status;

/** What becomes of an allocation that has been opened by what the hub and the referrer decide. */
final class HubDecisions {

    private static final String DECIDED_OTHERWISE = "DECIDED_OTHERWISE";

    private final Allocation allocation;

    private HubDecisions(Allocation allocation) {
        this.allocation = allocation;
    }

    /** @param allocation that is opened */
    static HubDecisions on(Allocation allocation) {
        return new HubDecisions(allocation);
    }

    /** Support is decided on again, or for others too: what runs goes on, and a search begins for whoever has none. */
    Accepted<Allocation, AllocationEvent> support(Plan decision) {
        Plan plan = allocation.knownPlan().widened(decision);
        List<AllocationEvent> events = new ArrayList<>();
        List<Offer> offers = new ArrayList<>();
        for (Offer offer : allocation.offers()) {
            boolean follows = offer.state().isLive()
                    && offer.round() < decision.round()
                    && offer.childrenRefs().stream().anyMatch(decision::covers);
            Offer now = follows ? offer.under(decision.round()) : offer;
            offers.add(now);
            if (follows && now.state() == OfferState.STARTED) {
                events.add(new AllocationEvent.SupportContinued(plan.round(), now));
            }
        }
        Accepted<Allocation, AllocationEvent> goesOn =
                allocation.after(plan, offers, allocation.searching(), allocation.placesToRelease(), events);
        Coverage coverage = Coverage.of(goesOn.state());
        return coverage.supportRuns() && coverage.unsupported().isEmpty()
                ? goesOn
                : goesOn.state().also(events, List.of(goesOn.state().opening(coverage.sought())));
    }

    /** Something else is decided on these children, all when none is named: no support is sought for them any more. */
    Accepted<Allocation, AllocationEvent> otherwise(Collection<String> refs, Instant at) {
        List<String> planned = Coverage.of(allocation).planned();
        List<String> left = planned.stream()
                .filter(ref -> !refs.isEmpty() && !refs.contains(ref))
                .toList();
        if (left.size() == planned.size()) {
            return new Accepted<>(allocation, List.of());
        }
        if (left.isEmpty()) {
            return ended(DECIDED_OTHERWISE, at);
        }
        Accepted<Allocation, AllocationEvent> narrowed = revoked(
                allocation.knownPlan().only(left),
                offer -> offer.childrenRefs().stream().noneMatch(left::contains),
                DECIDED_OTHERWISE,
                at);
        return narrowed.state().also(narrowed.events(), whenNarrowed(narrowed.state()));
    }

    private static List<AllocationEvent> whenNarrowed(Allocation narrowed) {
        Coverage coverage = Coverage.of(narrowed);
        if (!coverage.unsupported().isEmpty() || narrowed.allocationStatus() == Status.SUPPORT_ACTIVE) {
            return List.of();
        }
        if (coverage.supportRuns()) {
            return narrowed.continuing();
        }
        return coverage.somethingWaits() ? List.of() : List.of(closed(narrowed, DECIDED_OTHERWISE));
    }

    /** Whatever the reason, no offer outlives it. */
    Accepted<Allocation, AllocationEvent> ended(String reason, Instant at) {
        boolean closes = allocation.isUnfinished();
        Accepted<Allocation, AllocationEvent> revoked = revoked(allocation.knownPlan(), any -> true, reason, at);
        return closes ? revoked.state().also(revoked.events(), List.of(closed(allocation, reason))) : revoked;
    }

    private Accepted<Allocation, AllocationEvent> revoked(
            Plan plan, Predicate<Offer> which, String reason, Instant at) {
        List<AllocationEvent> events = new ArrayList<>();
        Map<String, String> release = new HashMap<>(allocation.placesToRelease());
        List<Offer> offers = new ArrayList<>();
        for (Offer offer : allocation.offers()) {
            if (!offer.state().isLive() || !which.test(offer)) {
                offers.add(offer);
                continue;
            }
            Offer gone = offer.moved(OfferState.REVOKED, at, offer.answer(), reason);
            offers.add(gone);
            events.add(new AllocationEvent.OfferRevoked(plan.round(), gone, reason, null));
            if (offer.state().holdsPlace()) {
                release.put(offer.placeId(), offer.serviceId());
            }
        }
        Allocation next = allocation.after(plan, offers, false, release, events).state();
        boolean goesOn =
                allocation.searching() && !Coverage.of(next).uncovered().isEmpty();
        return allocation.after(plan, offers, goesOn, release, events);
    }

    private static AllocationEvent closed(Allocation allocation, String reason) {
        return new AllocationEvent.AllocationClosed(allocation.knownPlan().round(), reason, null);
    }
}
