package scot.fort.allocation.directory;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import scot.fort.platform.lifecycle.Decision;

/**
 * A service that supports families, and its places. Offers reserve places out of those available; no reservation is made
 * beyond them. A service that states fewer than are reserved keeps the reservations and has no room until they end.
 *
 * @param reserved what each place is held for, by the id under which it is held
 * @param oldestReservation the earliest of these times; none when nothing is reserved
 */
public record SupportService(
        String id,
        Profile profile,
        Capacity capacity,
        Map<String, Place> reserved,
        @Nullable Instant oldestReservation) {

    public SupportService {
        reserved = Map.copyOf(reserved);
    }

    public static Decision.Accepted<SupportService, PlacesChanged> added(
            String id, Profile profile, Capacity capacity) {
        return changed(new SupportService(id, profile, capacity, Map.of(), null));
    }

    /** Places that can be offered now. */
    public int room() {
        return Math.max(0, capacity.available() - reserved.size());
    }

    /**
     * A place that is held.
     *
     * @param referralId the family's
     */
    public record Place(String referralId, Instant since) {}

    public boolean holds(String placeId) {
        return reserved.containsKey(placeId);
    }

    /**
     * Holds a place.
     *
     * @param instead a place that is given up for it, if it is still held
     */
    public Decision<SupportService, PlacesChanged> reserve(String placeId, Place place, @Nullable String instead) {
        Map<String, Place> held = new HashMap<>(reserved);
        boolean exchanged = instead != null && held.remove(instead) != null;
        held.put(placeId, place);
        if (exchanged) {
            return Decision.accepted(with(held), List.of());
        }
        return room() == 0 ? Decision.illegal("The service has no place left.", Set.of()) : changed(with(held));
    }

    /** Gives a place back; repeating it changes nothing. */
    public Decision<SupportService, PlacesChanged> release(String placeId) {
        if (!holds(placeId)) {
            return Decision.accepted(this, List.of());
        }
        Map<String, Place> fewer = new HashMap<>(reserved);
        fewer.remove(placeId);
        return changed(with(fewer));
    }

    /**
     * The service, or a coordinator for it, states its room.
     *
     * @param available none said means that as many as before are taken by others
     */
    public Decision<SupportService, PlacesChanged> state(int maximum, @Nullable Integer available, Instant now) {
        int taken = capacity.maximum() - capacity.available();
        int free = available == null ? Math.max(0, maximum - taken) : available;
        return changed(new SupportService(id, profile, new Capacity(maximum, free, now), reserved, oldestReservation));
    }

    /** A directory describes the service anew; its capacity counts when it was stated after what is known. */
    public Decision.Accepted<SupportService, PlacesChanged> described(Profile anew, Optional<Capacity> stated) {
        Capacity latest = stated.filter(said -> said.statedAt().isAfter(capacity.statedAt()))
                .filter(said -> !said.isSameAs(capacity))
                .orElse(capacity);
        SupportService next = new SupportService(id, anew, latest, reserved, oldestReservation);
        boolean placesDiffer = !latest.equals(capacity) || !anew.isSameProviderAs(profile);
        return placesDiffer ? changed(next) : new Decision.Accepted<>(next, List.of());
    }

    private SupportService with(Map<String, Place> reservations) {
        return new SupportService(
                id,
                profile,
                capacity,
                reservations,
                reservations.values().stream()
                        .map(Place::since)
                        .min(Instant::compareTo)
                        .orElse(null));
    }

    /** Places that nobody can be offered are nobody's news. */
    private static Decision.Accepted<SupportService, PlacesChanged> changed(SupportService next) {
        String provider = next.profile.providerOrganisation();
        return new Decision.Accepted<>(
                next,
                provider == null
                        ? List.of()
                        : List.of(new PlacesChanged(
                                next.id,
                                provider,
                                next.capacity.maximum(),
                                next.capacity.available(),
                                next.reserved.size())));
    }
}
