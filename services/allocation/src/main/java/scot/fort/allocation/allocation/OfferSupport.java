package scot.fort.allocation.allocation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import scot.fort.allocation.allocation.Matching.Candidate;
import scot.fort.allocation.allocation.OfferDecisions.Proposal;
import scot.fort.allocation.directory.Directory;
import scot.fort.allocation.directory.Reservations;
import scot.fort.allocation.directory.SupportService;
import scot.fort.platform.lifecycle.Decision;
import scot.fort.platform.lifecycle.Refusal;
import scot.fort.platform.messaging.Cause;
import scot.fort.platform.messaging.Ids;
import scot.fort.platform.messaging.aggregate.Aggregate;
import scot.fort.platform.sealing.KeyDestroyedException;
import scot.fort.platform.sealing.Sealed;
import scot.fort.platform.service.Commands;
import scot.fort.platform.service.Handled;
import scot.fort.platform.service.Target;
import scot.fort.platform.web.problem.Problem;
import scot.fort.platform.web.problem.ProblemException;

/**
 * Makes offers. Each is two writes: a place held under an id of this attempt alone, then the offer that names it. Where
 * the second is refused the place is given back here; where it cannot be known whether the second was written,
 * {@link PlaceSweep} does so later.
 */
public final class OfferSupport {

    private final Commands<Allocation, AllocationEvent> commands;
    private final Directory directory;
    private final Reservations reservations;
    private final Sealing sealing;
    private final Duration usualTerm;
    private final Clock clock;
    private final Ids ids;

    /** @param usualTerm how long a provider has to answer, unless it is said otherwise */
    public OfferSupport(
            Commands<Allocation, AllocationEvent> commands,
            Directory directory,
            Reservations reservations,
            Sealing sealing,
            Duration usualTerm,
            Clock clock,
            Ids ids) {
        this.commands = commands;
        this.directory = directory;
        this.reservations = reservations;
        this.sealing = sealing;
        this.usualTerm = usualTerm;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * What came of it.
     *
     * @param offerId none when no service could be offered
     */
    public record Made(
            Handled<Allocation> allocation, @Nullable String offerId) {}

    /**
     * Offers a service of the coordinator's choice, who may know better than the directory whether it fits.
     *
     * @throws ProblemException 404, 409, or 422 where no service of this id can be offered
     */
    public Made to(String serviceId, @Nullable Duration term, Target<Allocation> target, Cause cause) {
        return make(target, cause, (allocation, held) -> {
            Optional<Refusal> refusal = OfferRefusals.of(allocation).toOffer(serviceId);
            if (refusal.isPresent()) {
                return Decision.refused(refusal.get());
            }
            Aggregate<SupportService> service = offerable(serviceId);
            return propose(allocation, service, false, term, held)
                    .orElseGet(() -> Decision.illegal("The service has no place left.", Set.of()));
        });
    }

    /** Offers the best service that has room and has not been asked yet; when there is none, says so. */
    public Made toBest(@Nullable Duration term, Target<Allocation> target, Cause cause) {
        return make(target, cause, (allocation, held) -> {
            Optional<Refusal> refusal = OfferRefusals.of(allocation).toSearch(clock.instant());
            return refusal.isPresent() ? Decision.refused(refusal.get()) : search(allocation, term, held);
        });
    }

    /** Goes on with a search that an unanswered or declined offer left open. */
    public void goOn(String referralId, Cause cause) {
        make(Target.of(referralId, Allocation::isOpened), cause, (allocation, held) -> {
            if (!allocation.searching()) {
                return Decision.accepted(allocation, List.of());
            }
            return OfferRefusals.of(allocation).toGoOn().isPresent()
                    ? OfferDecisions.on(allocation).exhausted(0)
                    : search(allocation, null, held);
        });
    }

    private Decision<Allocation, AllocationEvent> search(
            Allocation allocation, @Nullable Duration term, HeldPlaces held) {
        Map<String, Aggregate<SupportService>> giving = directory
                .giving(allocation.knownPlan().supportCodes())
                .stream()
                .collect(Collectors.toMap(Aggregate::id, Function.identity()));
        List<Candidate> fitting =
                Matching.rank(
                                allocation,
                                giving.values().stream().map(Aggregate::require).toList())
                        .stream()
                        .filter(Candidate::eligible)
                        .toList();
        return fitting.stream()
                .filter(candidate -> candidate.service().room() > 0)
                .filter(candidate -> isUnasked(allocation, candidate))
                .map(Candidate::service)
                .map(service -> Objects.requireNonNull(giving.get(service.id())))
                .flatMap(service -> propose(allocation, service, true, term, held).stream())
                .findFirst()
                .orElseGet(() -> OfferDecisions.on(allocation).exhausted(fitting.size()));
    }

    /** Whether the service has not been asked, in this round, for those whom it would be asked for. */
    private static boolean isUnasked(Allocation allocation, Candidate candidate) {
        int round = allocation.knownPlan().round();
        List<String> refs = candidate.children().stream().map(Child::ref).toList();
        return allocation.offers().stream()
                .filter(offer -> offer.serviceId().equals(candidate.service().id()))
                .filter(offer -> offer.childrenRefs().containsAll(refs))
                .noneMatch(offer -> offer.round() == round || offer.state().isLive());
    }

    /** @return none when the service has no room, though it may have had a moment ago */
    private Optional<Decision<Allocation, AllocationEvent>> propose(
            Allocation allocation,
            Aggregate<SupportService> found,
            boolean automatic,
            @Nullable Duration term,
            HeldPlaces held) {
        OfferDecisions decisions = OfferDecisions.on(allocation);
        SupportService service = found.require();
        String placeId = held.hold(found, allocation.knownFamily().referralId());
        if (placeId == null) {
            return Optional.empty();
        }
        String offerId = decisions.waitingWith(service.id()).map(Offer::id).orElse(placeId);
        Instant now = clock.instant();
        Instant end = now.plus(term == null ? usualTerm : term);
        Proposal proposal = new Proposal(offerId, placeId, service, automatic, end, contact(allocation, service));
        held.offered = offerId;
        return Optional.of(decisions.offer(proposal, now));
    }

    /** None where the service has no address, or nothing can be sealed any more; the offer stands all the same. */
    private @Nullable Sealed contact(Allocation allocation, SupportService service) {
        String email = service.profile().email();
        if (email == null) {
            return null;
        }
        try {
            return sealing.seal(allocation.knownFamily(), Words.of(email)).text();
        } catch (KeyDestroyedException erased) {
            return null;
        }
    }

    private Aggregate<SupportService> offerable(String serviceId) {
        return directory
                .find(serviceId)
                .filter(service -> service.require().profile().isOfferable())
                .orElseThrow(() -> new ProblemException(
                        Problem.invalid("/serviceId", "unknown-code", "No service of this id can be offered.")));
    }

    private Made make(
            Target<Allocation> target,
            Cause cause,
            BiFunction<Allocation, HeldPlaces, Decision<Allocation, AllocationEvent>> decide) {
        HeldPlaces held = new HeldPlaces(reservations, ids, cause);
        try {
            Handled<Allocation> handled = commands.handle(target, cause, allocation -> {
                held.offered = null;
                return decide.apply(allocation, held);
            });
            held.releaseUnlessOffered(handled.state());
            return new Made(handled, held.offered);
        } catch (ProblemException refused) {
            held.releaseAll();
            throw refused;
        }
    }
}
