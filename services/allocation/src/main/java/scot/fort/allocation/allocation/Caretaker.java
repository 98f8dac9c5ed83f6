package scot.fort.allocation.allocation;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import scot.fort.allocation.directory.Reservations;
import scot.fort.platform.messaging.Cause;
import scot.fort.platform.messaging.Ids;
import scot.fort.platform.messaging.aggregate.Aggregate;
import scot.fort.platform.service.Commands;
import scot.fort.platform.service.Target;

/**
 * Does what has to happen by itself: records that offers have expired, gives back places of offers that other services'
 * news ended, goes on with searches. Any number of instances may: each write is guarded, and doing it twice changes
 * nothing.
 */
public final class Caretaker {

    private static final Logger LOG = LoggerFactory.getLogger(Caretaker.class);
    private static final int BATCH = 100;

    private final Allocations allocations;
    private final Commands<Allocation, AllocationEvent> commands;
    private final OfferSupport offers;
    private final Reservations reservations;
    private final Clock clock;
    private final Ids ids;

    public Caretaker(
            Allocations allocations,
            Commands<Allocation, AllocationEvent> commands,
            OfferSupport offers,
            Reservations reservations,
            Clock clock,
            Ids ids) {
        this.allocations = allocations;
        this.commands = commands;
        this.offers = offers;
        this.reservations = reservations;
        this.clock = clock;
        this.ids = ids;
    }

    /** Goes once over all that is due; what fails is due again the next time, and holds up no other. */
    public void tendAllDue() {
        Allocations.After after = null;
        List<Aggregate<Allocation>> due;
        do {
            due = allocations.due(clock.instant(), after, BATCH);
            due.forEach(this::tend);
            after = due.isEmpty() ? null : place(due.getLast());
        } while (due.size() == BATCH);
    }

    private static Allocations.After place(Aggregate<Allocation> last) {
        return new Allocations.After(
                Objects.requireNonNull(last.require().lookup().nextDueAt()), last.id());
    }

    private void tend(Aggregate<Allocation> found) {
        Cause cause = Cause.of("allocation", ids);
        try {
            Allocation allocation = expire(found, cause);
            releasePlaces(found.id(), allocation, cause);
            if (allocation.searching()) {
                offers.goOn(found.id(), cause);
            }
        } catch (RuntimeException fault) {
            LOG.warn("Allocation {} waits for {}", found.id(), fault.getClass().getSimpleName());
        }
    }

    private Allocation expire(Aggregate<Allocation> found, Cause cause) {
        List<Offer> overdue = found.require().overdue(clock.instant());
        if (overdue.isEmpty()) {
            return found.require();
        }
        Allocation after = commands.handle(target(found.id()), cause, allocation -> OfferDecisions.on(allocation)
                        .expire(clock.instant()))
                .state();
        for (Offer offer : overdue) {
            if (!after.holds(offer.placeId())) {
                reservations.release(offer.serviceId(), offer.placeId(), cause);
            }
        }
        return after;
    }

    private void releasePlaces(String referralId, Allocation allocation, Cause cause) {
        if (allocation.placesToRelease().isEmpty()) {
            return;
        }
        allocation.placesToRelease().forEach((placeId, serviceId) -> reservations.release(serviceId, placeId, cause));
        commands.handle(target(referralId), cause, latest -> OfferDecisions.on(latest)
                .placesReleased(allocation.placesToRelease().keySet()));
    }

    private static Target<Allocation> target(String referralId) {
        return Target.of(referralId, any -> true);
    }
}
