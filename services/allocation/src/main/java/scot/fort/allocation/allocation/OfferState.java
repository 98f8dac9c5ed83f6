package scot.fort.allocation.allocation;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Set;

/** Where an offer stands, and what may become of it: the whole table. */
public enum OfferState {
    /** The provider is asked, and a place is held until the offer expires. */
    OFFERED,
    /** The provider will take the family; the place is held. */
    ACCEPTED,
    /** Support runs. */
    STARTED,
    COMPLETED,
    FAILED,
    DECLINED,
    EXPIRED,
    /** The family waits for a place; none is held. */
    WAITLISTED,
    /** Taken back. */
    REVOKED;

    private static final Map<OfferState, Set<OfferState>> NEXT = Map.ofEntries(
            entry(OFFERED, Set.of(ACCEPTED, DECLINED, EXPIRED, WAITLISTED, REVOKED)),
            entry(WAITLISTED, Set.of(OFFERED, REVOKED)),
            entry(ACCEPTED, Set.of(STARTED, FAILED, REVOKED)),
            entry(STARTED, Set.of(COMPLETED, FAILED, REVOKED)),
            entry(COMPLETED, Set.of()),
            entry(FAILED, Set.of()),
            entry(DECLINED, Set.of()),
            entry(EXPIRED, Set.of()),
            entry(REVOKED, Set.of()));

    public Set<OfferState> next() {
        return NEXT.getOrDefault(this, Set.of());
    }

    public boolean mayBecome(OfferState other) {
        return next().contains(other);
    }

    /** Whether something may still come of it. */
    public boolean isLive() {
        return !next().isEmpty();
    }

    /** Whether a place of the service is held for it. */
    public boolean holdsPlace() {
        return isLive() && this != WAITLISTED;
    }
}
