package scot.fort.allocation.directory;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import scot.fort.platform.lifecycle.Decision;
import scot.fort.platform.messaging.Cause;
import scot.fort.platform.messaging.aggregate.Aggregate;

/**
 * Holds places for offers and gives them back, each with one guarded write. Both may be repeated: a place is held under
 * the offer's id.
 */
public final class Reservations {

    private final Directory directory;
    private final Clock clock;

    public Reservations(Directory directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    /** What came of asking for a place. */
    public enum Reserved {
        /** A place is held that was free. */
        NEWLY,
        /** The offer held a place already, by another's asking, and goes on holding it. */
        ALREADY,
        /** There is no place, or no such service. */
        NONE
    }

    /** On a service as it was found a moment ago; it is read again only if somebody has written since. */
    public Reserved reserve(Aggregate<SupportService> found, String offerId, Cause cause) {
        Instant now = clock.instant();
        return change(Optional.of(found), found.id(), service -> service.reserve(offerId, now), cause)
                .map(before -> before.holdsPlaceFor(offerId) ? Reserved.ALREADY : Reserved.NEWLY)
                .orElse(Reserved.NONE);
    }

    /** @param upTo a place that is held from a later time than this stays held */
    public void release(String serviceId, String offerId, Instant upTo, Cause cause) {
        change(directory.find(serviceId), serviceId, service -> service.release(offerId, upTo), cause);
    }

    /**
     * Ends: whoever loses a write loses it to somebody who took or gave a place, and there are only so many.
     *
     * @return the service as it was before; none when it was refused or is not there
     */
    private Optional<SupportService> change(
            Optional<Aggregate<SupportService>> found,
            String serviceId,
            Function<SupportService, Decision<SupportService, PlacesChanged>> change,
            Cause cause) {
        Optional<Aggregate<SupportService>> loaded = found;
        while (loaded.isPresent()) {
            SupportService service = loaded.get().require();
            switch (change.apply(service)) {
                case Decision.Refused<SupportService, PlacesChanged> refused -> {
                    return Optional.empty();
                }
                case Decision.Accepted<SupportService, PlacesChanged> accepted -> {
                    if (accepted.state().equals(service) || directory.save(loaded.get(), accepted, cause)) {
                        return Optional.of(service);
                    }
                }
            }
            loaded = directory.find(serviceId);
        }
        return Optional.empty();
    }
}
