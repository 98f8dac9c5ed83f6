package scot.fort.allocation;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import scot.fort.allocation.directory.Directory;
import scot.fort.allocation.directory.PlacesChanged;
import scot.fort.allocation.directory.SupportCode;
import scot.fort.allocation.directory.SupportService;
import scot.fort.platform.lifecycle.Decision.Accepted;
import scot.fort.platform.messaging.Cause;
import scot.fort.platform.messaging.aggregate.Aggregate;

/** The directory of somebody whose request is slow: once, after a place is held, others have all the time they want. */
record BetweenPlaceAndOffer(Directory directory, AtomicReference<Runnable> meanwhile) implements Directory {

    static Directory of(Directory directory, Runnable meanwhile) {
        return new BetweenPlaceAndOffer(directory, new AtomicReference<>(meanwhile));
    }

    @Override
    public boolean save(Aggregate<SupportService> loaded, Accepted<SupportService, PlacesChanged> change, Cause cause) {
        boolean saved = directory.save(loaded, change, cause);
        meanwhile.getAndSet(() -> {}).run();
        return saved;
    }

    @Override
    public Optional<Aggregate<SupportService>> find(String serviceId) {
        return directory.find(serviceId);
    }

    @Override
    public List<SupportService> all() {
        return directory.all();
    }

    @Override
    public List<Aggregate<SupportService>> giving(Collection<SupportCode> supports) {
        return directory.giving(supports);
    }

    @Override
    public List<SupportService> search(Search search, @Nullable String afterId, int limit) {
        return directory.search(search, afterId, limit);
    }

    @Override
    public List<SupportService> reservedBefore(Instant moment, @Nullable String afterId, int limit) {
        return directory.reservedBefore(moment, afterId, limit);
    }

    @Override
    public boolean add(String serviceId, Accepted<SupportService, PlacesChanged> service, Cause cause) {
        return directory.add(serviceId, service, cause);
    }
}
