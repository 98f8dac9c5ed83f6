package scot.fort.allocation.allocation;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import scot.fort.allocation.directory.Reservations;
import scot.fort.allocation.directory.SupportService;
import scot.fort.platform.messaging.Cause;
import scot.fort.platform.messaging.Ids;
import scot.fort.platform.messaging.aggregate.Aggregate;

/**
 * The places that one command holds, over all its attempts. Nobody else knows their ids, so giving one back takes it from
 * nobody; and each attempt has ids of its own, since the place of an attempt that came too late may have been swept.
 */
final class HeldPlaces {

    private final Reservations reservations;
    private final Ids ids;
    private final Cause cause;
    private final Map<String, String> placeByService = new HashMap<>();

    /** The offer that the attempt which is under way, or came last, has made. */
    @Nullable String offered;

    HeldPlaces(Reservations reservations, Ids ids, Cause cause) {
        this.reservations = reservations;
        this.ids = ids;
        this.cause = cause;
    }

    /**
     * Holds a place, in exchange for the one that an earlier attempt held.
     *
     * @return the id under which it is held; none when there is no room
     */
    @Nullable String hold(Aggregate<SupportService> service, String referralId) {
        String placeId = ids.next();
        String earlier = placeByService.remove(service.id());
        if (!reservations.reserve(service, placeId, referralId, earlier, cause)) {
            return null;
        }
        placeByService.put(service.id(), placeId);
        return placeId;
    }

    void releaseUnlessOffered(Allocation made) {
        placeByService.forEach((serviceId, placeId) -> {
            if (!made.holds(placeId)) {
                reservations.release(serviceId, placeId, cause);
            }
        });
    }

    void releaseAll() {
        placeByService.forEach((serviceId, placeId) -> reservations.release(serviceId, placeId, cause));
    }
}
