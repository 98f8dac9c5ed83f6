package scot.fort.allocation.allocation;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import scot.fort.platform.lifecycle.Consent;
import scot.fort.platform.lifecycle.Decision.Accepted;
import scot.fort.platform.lifecycle.Standing;
import scot.fort.platform.lifecycle.Status;
import scot.fort.platform.lifecycle.Told;

/**
 * The search for support for one referral, with the offers made: what it is, and what it makes of what other services
 * tell. What people decide on it is in {@link OfferDecisions}.
 *
 * @param family none until the referral's receipt is heard
 * @param standing where the referral stands, by all that was heard and said
 * @param awaited what was decided before the receipt was heard
 * @param plan what is being allocated, or was; none before it is opened
 * @param offers the oldest first
 * @param searching whether the next service is to be chosen by itself
 * @param placesToRelease service by place, of offers that ended by what other services told
 */
public record Allocation(
        @Nullable Family family,
        Standing standing,
        @Nullable Plan awaited,
        @Nullable Plan plan,
        List<Offer> offers,
        boolean searching,
        Map<String, String> placesToRelease,
        Lookup lookup) {

    private static final String REFERRAL_WITHDRAWN = "REFERRAL_WITHDRAWN";
    private static final String REFERRAL_ENTERED_IN_ERROR = "REFERRAL_ENTERED_IN_ERROR";

    public static Allocation unheard() {
        return new Allocation(null, Standing.unheard(), null, null, List.of(), false, Map.of(), Lookup.UNOPENED);
    }

    /** Whether there is something to allocate, or was. */
    public boolean isOpened() {
        return plan != null;
    }

    /** @throws NullPointerException before it is opened */
    public Family knownFamily() {
        return Objects.requireNonNull(family);
    }

    /** @throws NullPointerException before it is opened */
    public Plan knownPlan() {
        return Objects.requireNonNull(plan);
    }

    /** Where the referral stands. */
    public Status status() {
        return standing.status();
    }

    /**
     * Where the allocation stands, whatever became of other children of the referral.
     *
     * @throws NullPointerException before it is opened
     */
    public Status allocationStatus() {
        return Objects.requireNonNull(standing.progress().allocation());
    }

    public Optional<Offer> offer(String offerId) {
        return offers.stream().filter(offer -> offer.id().equals(offerId)).findFirst();
    }

    /** The children that support is sought for. */
    public List<Child> children() {
        return knownPlan().children(knownFamily());
    }

    /** Those of them whom a search is for. */
    public List<Child> sought() {
        List<String> refs = Coverage.of(this).sought();
        return children().stream().filter(child -> refs.contains(child.ref())).toList();
    }

    /** Offers not answered in time, whose end is not recorded yet. */
    public List<Offer> overdue(Instant now) {
        return offers.stream().filter(offer -> offer.isOverdue(now)).toList();
    }

    /** Whether one of its offers holds this place. */
    boolean holds(String placeId) {
        return offers.stream().anyMatch(offer -> offer.holds(placeId));
    }

    boolean isUnfinished() {
        return plan != null && allocationStatus() != Status.CLOSED;
    }

    /** What was told of where the referral stands. */
    public Allocation heard(Told event) {
        return of(family, standing.after(event), awaited, plan, offers, searching, placesToRelease);
    }

    /** The referral's receipt: now what was decided before can be opened. */
    public Accepted<Allocation, AllocationEvent> received(Family received) {
        return of(received).openWhenKnown();
    }

    /** What was said of the children at first was wrong. */
    public Allocation corrected(List<Child> children) {
        return family == null ? this : of(family.corrected(children));
    }

    /** Consent was given late or withdrawn; without it no further service is chosen by itself. */
    public Accepted<Allocation, AllocationEvent> consentChanged(Consent consent) {
        if (family == null) {
            return new Accepted<>(this, List.of());
        }
        Allocation next = of(family.changed(consent));
        return consent.given() ? new Accepted<>(next, List.of()) : next.withoutSearch();
    }

    /** The referral names nobody any more: no further service is asked, though what runs is brought to its end. */
    public Accepted<Allocation, AllocationEvent> contentErased() {
        return family == null
                ? new Accepted<>(this, List.of())
                : of(family.contentErased()).withoutSearch();
    }

    private Accepted<Allocation, AllocationEvent> withoutSearch() {
        return searching ? OfferDecisions.on(this).exhausted(0) : new Accepted<>(this, List.of());
    }

    /** The hub decided on support; a search that goes on already is widened by it. */
    public Accepted<Allocation, AllocationEvent> decided(Plan decision) {
        Plan wanted = awaited == null ? decision : awaited.widened(decision);
        return of(family, standing, wanted, plan, offers, searching, placesToRelease)
                .openWhenKnown();
    }

    /** The hub decided otherwise on these children, all when none is named. */
    public Accepted<Allocation, AllocationEvent> decidedOtherwise(Collection<String> refs, Instant at) {
        Allocation next = of(family, standing, awaitedWithout(refs), plan, offers, searching, placesToRelease);
        return isUnfinished() ? HubDecisions.on(next).otherwise(refs, at) : new Accepted<>(next, List.of());
    }

    /** Before the receipt is heard, triage's word alone says who all children are. */
    private @Nullable Plan awaitedWithout(Collection<String> refs) {
        if (awaited == null || refs.isEmpty()) {
            return null;
        }
        Collection<String> all = awaited.childrenRefs().isEmpty()
                ? standing.progress().children().keySet()
                : awaited.childrenRefs();
        List<String> left = all.stream().filter(ref -> !refs.contains(ref)).toList();
        return left.isEmpty() ? null : awaited.only(left);
    }

    private Accepted<Allocation, AllocationEvent> openWhenKnown() {
        if (family == null || awaited == null || standing.progress().ended() != null) {
            return new Accepted<>(this, List.of());
        }
        if (isUnfinished()) {
            return HubDecisions.on(this).support(awaited);
        }
        List<String> refs = awaited.children(family).stream().map(Child::ref).toList();
        return after(awaited, offers, false, placesToRelease, List.of(opening(awaited, refs)));
    }

    /** The referrer took it back. */
    public Accepted<Allocation, AllocationEvent> withdrawn(Instant at) {
        return ended(REFERRAL_WITHDRAWN, at);
    }

    /** It should never have been made. */
    public Accepted<Allocation, AllocationEvent> enteredInError(Instant at) {
        return ended(REFERRAL_ENTERED_IN_ERROR, at);
    }

    private Accepted<Allocation, AllocationEvent> ended(String reason, Instant at) {
        return plan == null
                ? new Accepted<>(this, List.of())
                : HubDecisions.on(this).ended(reason, at);
    }

    /** A search for these children, as it is told. */
    AllocationEvent opening(List<String> childrenRefs) {
        return opening(knownPlan(), childrenRefs);
    }

    private static AllocationEvent opening(Plan plan, List<String> childrenRefs) {
        return new AllocationEvent.AllocationOpened(plan.round(), plan.supportCodes(), childrenRefs);
    }

    /** That support goes on which runs, as it is told. */
    List<AllocationEvent> continuing() {
        return offers.stream()
                .filter(offer -> offer.state() == OfferState.STARTED)
                .<AllocationEvent>map(offer ->
                        new AllocationEvent.SupportContinued(knownPlan().round(), offer))
                .toList();
    }

    Allocation placesReleased(Collection<String> placeIds) {
        Map<String, String> left = new HashMap<>(placesToRelease);
        left.keySet().removeAll(placeIds);
        return of(family, standing, awaited, plan, offers, searching, left);
    }

    /** As it is after these events, which are the last word on where the referral stands. */
    Accepted<Allocation, AllocationEvent> after(
            List<Offer> offersNow, boolean searchingNow, List<AllocationEvent> events) {
        return after(knownPlan(), offersNow, searchingNow, placesToRelease, events);
    }

    /** As it was when these events were told, and more after them. */
    Accepted<Allocation, AllocationEvent> also(List<AllocationEvent> told, List<AllocationEvent> more) {
        Allocation next =
                after(knownPlan(), offers, searching, placesToRelease, more).state();
        return new Accepted<>(next, Stream.concat(told.stream(), more.stream()).toList());
    }

    Accepted<Allocation, AllocationEvent> after(
            Plan planNow,
            List<Offer> offersNow,
            boolean searchingNow,
            Map<String, String> release,
            List<AllocationEvent> events) {
        Standing now = standing;
        for (AllocationEvent event : events) {
            now = now.after(event);
        }
        return new Accepted<>(of(family, now, null, planNow, offersNow, searchingNow, release), events);
    }

    List<Offer> offersWith(String offerId, UnaryOperator<Offer> change) {
        return offers.stream()
                .map(offer -> offer.id().equals(offerId) ? change.apply(offer) : offer)
                .toList();
    }

    private Allocation of(Family known) {
        return of(known, standing, awaited, plan, offers, searching, placesToRelease);
    }

    private static Allocation of(
            @Nullable Family family,
            Standing standing,
            @Nullable Plan awaited,
            @Nullable Plan plan,
            List<Offer> offers,
            boolean searching,
            Map<String, String> placesToRelease) {
        Lookup lookup = plan == null
                ? Lookup.UNOPENED
                : Lookup.of(
                        plan,
                        standing.status(),
                        Objects.requireNonNull(standing.progress().allocation()),
                        searching || !placesToRelease.isEmpty() ? Lookup.AT_ONCE : nextExpiry(offers));
        return new Allocation(family, standing, awaited, plan, offers, searching, placesToRelease, lookup);
    }

    private static @Nullable Instant nextExpiry(List<Offer> offers) {
        return offers.stream()
                .filter(offer -> offer.state() == OfferState.OFFERED)
                .map(Offer::expiresAt)
                .min(Instant::compareTo)
                .orElse(null);
    }
}
