package scot.fort.allocation.allocation;

import java.util.List;
import java.util.function.Predicate;

/** Whom of the children that support was decided on for the offers look after, as an allocation stands. */
final class Coverage {

    private final Allocation allocation;
    private final List<String> planned;

    private Coverage(Allocation allocation) {
        this.allocation = allocation;
        this.planned = allocation.knownPlan().children(allocation.knownFamily()).stream()
                .map(Child::ref)
                .toList();
    }

    /** @param allocation that is opened */
    static Coverage of(Allocation allocation) {
        return new Coverage(allocation);
    }

    List<String> planned() {
        return planned;
    }

    /** For whom no support runs, or has come to its end. */
    List<String> unsupported() {
        return without(state -> state == OfferState.STARTED);
    }

    /** For whom no place is held either. */
    List<String> uncovered() {
        return without(OfferState::holdsPlace);
    }

    /** Whom a search is for: those for whom no place is held, else those who have no support yet, else all. */
    List<String> sought() {
        List<String> uncovered = uncovered();
        List<String> unsupported = uncovered.isEmpty() ? unsupported() : uncovered;
        return unsupported.isEmpty() ? planned : unsupported;
    }

    boolean supportRuns() {
        return any(state -> state == OfferState.STARTED);
    }

    /** Whether something may come of an offer whose support has not begun. */
    boolean somethingWaits() {
        return any(state -> state.isLive() && state != OfferState.STARTED);
    }

    /** Whether a provider has to answer yet, or to begin. */
    boolean isPlaceAwaited() {
        return any(state -> state.holdsPlace() && state != OfferState.STARTED);
    }

    private boolean any(Predicate<OfferState> fits) {
        return allocation.offers().stream().map(Offer::state).anyMatch(fits);
    }

    private List<String> without(Predicate<OfferState> looksAfter) {
        return planned.stream()
                .filter(ref -> !allocation.knownPlan().supportedRefs().contains(ref))
                .filter(ref -> allocation.offers().stream()
                        .noneMatch(offer -> offer.covers(ref) && looksAfter.test(offer.state())))
                .toList();
    }
}
