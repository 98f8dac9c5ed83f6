package scot.fort.allocation.allocation;

import java.time.Clock;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import scot.fort.allocation.directory.Reservations;
import scot.fort.platform.lifecycle.Decision;
import scot.fort.platform.messaging.Cause;
import scot.fort.platform.service.Commands;
import scot.fort.platform.service.Handled;
import scot.fort.platform.service.Target;
import scot.fort.platform.web.concurrency.IfMatch;
import scot.fort.platform.web.concurrency.Version;

/** Carries out what providers and coordinators say of offers and allocations; a place that is free again is given back. */
public final class AnswerOffer {

    private static final Logger LOG = LoggerFactory.getLogger(AnswerOffer.class);

    private final Allocations allocations;
    private final Commands<Allocation, AllocationEvent> commands;
    private final Reservations reservations;
    private final Sealing sealing;
    private final Runnable searchGoesOn;
    private final Clock clock;

    /** @param searchGoesOn is run when a search is left to be gone on with */
    public AnswerOffer(
            Allocations allocations,
            Commands<Allocation, AllocationEvent> commands,
            Reservations reservations,
            Sealing sealing,
            Runnable searchGoesOn,
            Clock clock) {
        this.allocations = allocations;
        this.commands = commands;
        this.reservations = reservations;
        this.sealing = sealing;
        this.searchGoesOn = searchGoesOn;
        this.clock = clock;
    }

    /**
     * Which offer, and by whom it may be seen.
     *
     * @param ifMatch the version of the offer that the caller has seen; none where the contract asks for none
     */
    public record OfferTarget(
            String offerId,
            BiPredicate<Allocation, Offer> visible,
            @Nullable IfMatch ifMatch) {}

    public Handled<Allocation> handle(OfferTarget target, OfferCommand command, Cause cause) {
        Handled<Allocation> handled = commands.handle(
                () -> allocations.withOffer(target.offerId()).filter(found -> found.require()
                        .offer(target.offerId())
                        .filter(offer -> target.visible().test(found.require(), offer))
                        .isPresent()),
                cause,
                allocation -> decide(allocation, target, command));
        Offer after = handled.state().offer(target.offerId()).orElseThrow();
        if (command.leadsTo() != null && !after.state().holdsPlace()) {
            release(after, cause);
        }
        if (handled.state().searching()) {
            searchGoesOn.run();
        }
        return handled;
    }

    /** @param reason code */
    public Handled<Allocation> close(Target<Allocation> target, String reason, Words words, Cause cause) {
        return commands.handle(target, cause, allocation -> OfferDecisions.on(allocation)
                .close(reason, sealing.seal(allocation.knownFamily(), words), clock.instant()));
    }

    private Decision<Allocation, AllocationEvent> decide(
            Allocation allocation, OfferTarget target, OfferCommand command) {
        Offer offer = allocation.offer(target.offerId()).orElseThrow();
        IfMatch ifMatch = target.ifMatch();
        if (ifMatch != null) {
            ifMatch.require(new Version(offer.version()));
        }
        SealedWords written = sealing.seal(allocation.knownFamily(), command.words());
        return OfferDecisions.on(allocation).answer(offer.id(), command, written, clock.instant());
    }

    /** The answer is given whatever comes of this: a place that stays behind is swept. */
    private void release(Offer offer, Cause cause) {
        try {
            reservations.release(offer.serviceId(), offer.placeId(), cause);
        } catch (RuntimeException fault) {
            LOG.warn(
                    "The place of offer {} waits to be swept: {}",
                    offer.id(),
                    fault.getClass().getSimpleName());
        }
    }
}
