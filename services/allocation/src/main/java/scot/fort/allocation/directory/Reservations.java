package scot.fort.allocation.directory;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import scot.fort.allocation.directory.SupportService.Place;
import scot.fort.platform.lifecycle.Decision;
import scot.fort.platform.messaging.Cause;
import scot.fort.platform.messaging.aggregate.Aggregate;

/**
 * Holds places for offers and gives them back, each with one guarded write. A place is held under an id that is used once,
 * so that giving it back, however late and however often, takes nothing from an offer that was made since.
 */
public final class Reservations {

    private final Directory directory;
    private final Clock clock;

    public Reservations(Directory directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * On a service as it was found a moment ago; it is read again only if somebody has written since.
     *
     * @param instead a place that is given up for it, if it is still held
     * @return whether a place is held; not where there is no room, or no such service
     */
    public boolean reserve(
            Aggregate<SupportService> found, String placeId, String referralId, @Nullable String instead, Cause cause) {
        Place place = new Place(referralId, clock.instant());
        return change(Optional.of(found), found.id(), service -> service.reserve(placeId, place, instead), cause);
    }

    public void release(String serviceId, String placeId, Cause cause) {
        change(directory.find(serviceId), serviceId, service -> service.release(placeId), cause);
    }

    /**
     * Ends: whoever loses a write loses it to somebody who took or gave a place, and there are only so many.
     *
     * @return whether it was done; not where it was refused, or the service is not there
     */
    private boolean change(
            Optional<Aggregate<SupportService>> found,
            String serviceId,
            Function<SupportService, Decision<SupportService, PlacesChanged>> change,
            Cause cause) {
        Optional<Aggregate<SupportService>> loaded = found;
        while (loaded.isPresent()) {
            SupportService service = loaded.get().require();
            switch (change.apply(service)) {
                case Decision.Refused<SupportService, PlacesChanged> refused -> {
                    return false;
                }
                case Decision.Accepted<SupportService, PlacesChanged> accepted -> {
                    if (accepted.state().equals(service) || directory.save(loaded.get(), accepted, cause)) {
                        return true;
                    }
                }
            }
            loaded = directory.find(serviceId);
        }
        return false;
    }
}
