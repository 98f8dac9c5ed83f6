package scot.fort.allocation.allocation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import scot.fort.allocation.directory.Directory;
import scot.fort.allocation.directory.Reservations;
import scot.fort.allocation.directory.SupportService;
import scot.fort.platform.messaging.Cause;
import scot.fort.platform.messaging.Ids;

/**
 * Gives back places that no offer holds: a crash came between the place and the offer, or between an offer's end and the
 * place. Whoever makes an offer reads the allocation, holds a place, and then saves the allocation if nobody has written
 * it since. So the sweep, when it has read an allocation without an offer that holds the place, first writes the
 * allocation as it read it, and only then gives the place back: an offer that was saved before makes that write fail, and
 * one that is saved after is refused, to be decided again with another place. However slow a request is, no offer is
 * left without its place; the grace only spares requests that are under way.
 */
public final class PlaceSweep {

    private static final int BATCH = 50;

    private final Directory directory;
    private final Allocations allocations;
    private final Reservations reservations;
    private final Duration grace;
    private final Clock clock;
    private final Ids ids;

    /** @param grace how long a place may be held before its offer must be there */
    public PlaceSweep(
            Directory directory,
            Allocations allocations,
            Reservations reservations,
            Duration grace,
            Clock clock,
            Ids ids) {
        this.directory = directory;
        this.allocations = allocations;
        this.reservations = reservations;
        this.grace = grace;
        this.clock = clock;
        this.ids = ids;
    }

    /** Goes once over all services with places held for longer. */
    public void sweep() {
        Instant before = clock.instant().minus(grace);
        String after = null;
        List<SupportService> services;
        do {
            services = directory.reservedBefore(before, after, BATCH);
            services.forEach(service -> sweep(service, before));
            after = services.isEmpty() ? null : services.getLast().id();
        } while (services.size() == BATCH);
    }

    private void sweep(SupportService service, Instant before) {
        Cause cause = Cause.of("allocation", ids);
        service.reserved().forEach((placeId, place) -> {
            if (place.since().isBefore(before) && isOrphan(placeId, place, cause)) {
                reservations.release(service.id(), placeId, cause);
            }
        });
    }

    /** @return false also where somebody else has just written the allocation: the next round looks again */
    private boolean isOrphan(String placeId, SupportService.Place place, Cause cause) {
        return allocations
                .find(place.referralId())
                .map(found -> !found.require().holds(placeId) && allocations.fence(found, cause))
                .orElse(true);
    }
}
