package scot.fort.allocation.allocation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import scot.fort.allocation.directory.Directory;
import scot.fort.allocation.directory.Reservations;
import scot.fort.allocation.directory.SupportService;
import scot.fort.platform.messaging.Cause;
import scot.fort.platform.messaging.Ids;

/**
 * Gives back places that no offer holds: a crash came between the place and the offer, or between an offer's end and the
 * place. A place is left alone until it is old enough for its offer to have been written.
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
            sweep(services, before);
            after = services.isEmpty() ? null : services.getLast().id();
        } while (services.size() == BATCH);
    }

    private void sweep(List<SupportService> services, Instant before) {
        Set<String> held = services.stream()
                .flatMap(service -> heldBefore(service, before).stream())
                .collect(Collectors.toSet());
        if (held.isEmpty()) {
            return;
        }
        Set<String> rightly = allocations.withOffers(held).stream()
                .flatMap(allocation -> allocation.offers().stream())
                .filter(offer -> offer.state().holdsPlace())
                .map(Offer::id)
                .collect(Collectors.toSet());
        Cause cause = Cause.of("allocation", ids);
        for (SupportService service : services) {
            heldBefore(service, before).stream()
                    .filter(offerId -> !rightly.contains(offerId))
                    .forEach(offerId -> reservations.release(service.id(), offerId, before, cause));
        }
    }

    private static Set<String> heldBefore(SupportService service, Instant before) {
        return service.reserved().entrySet().stream()
                .filter(place -> place.getValue().isBefore(before))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
