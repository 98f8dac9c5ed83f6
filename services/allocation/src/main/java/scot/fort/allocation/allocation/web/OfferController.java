package scot.fort.allocation.allocation.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import scot.fort.allocation.allocation.Allocation;
import scot.fort.allocation.allocation.Allocations;
import scot.fort.allocation.allocation.Allocations.OfferSearch;
import scot.fort.allocation.allocation.OfferState;
import scot.fort.platform.messaging.aggregate.Aggregate;
import scot.fort.platform.service.AccessLog;
import scot.fort.platform.service.Purpose;
import scot.fort.platform.service.Restriction;
import scot.fort.platform.web.paging.Cursor;
import scot.fort.platform.web.paging.Page;
import scot.fort.platform.web.paging.PageQuery;
import scot.fort.platform.web.problem.ProblemException;
import scot.fort.platform.web.request.RequestContext;
import scot.fort.platform.web.security.Allow;
import scot.fort.platform.web.security.Caller;
import scot.fort.platform.web.security.Role;

/** Offers as they are read: a provider's own, and all for a coordinator. */
@RestController
@RequestMapping("/v1/offers")
@Allow({Role.PROVIDER_WORKER, Role.PROVIDER_MANAGER, Role.COORDINATOR, Role.SCREENING_MANAGER})
class OfferController {

    private final Allocations allocations;
    private final AccessLog accessLog;
    private final Clock clock;

    OfferController(Allocations allocations, AccessLog accessLog, Clock clock) {
        this.allocations = allocations;
        this.accessLog = accessLog;
        this.clock = clock;
    }

    /** In the order of the referrals' ids, then of the offers'. */
    @GetMapping
    Page<OfferResponse> list(
            @RequestParam(required = false) @Nullable OfferState state, PageQuery page, Caller caller) {
        Instant now = clock.instant();
        boolean coordinates = Access.coordinates(caller);
        OfferSearch search = new OfferSearch(
                state, coordinates ? null : caller.organisation(), !coordinates || Restriction.seesRestricted(caller));
        Cursor after = page.after();
        String fromReferral = after == null ? null : after.text(0);
        List<OfferResponse> rows = allocations.withOfferLike(search, fromReferral, page.fetch() + 1).stream()
                .flatMap(found -> offers(found.require(), search, now))
                .filter(offer -> after == null || isAfter(offer, after))
                .limit(page.fetch())
                .toList();
        return Page.of(rows, page, last -> Cursor.of(last.referralId(), last.id()), now);
    }

    @GetMapping("/{id}")
    ResponseEntity<OfferResponse> get(@PathVariable UUID id, Caller caller, RequestContext context) {
        Allocation allocation =
                allocations.withOffer(id.toString()).map(Aggregate::require).orElseThrow(ProblemException::notFound);
        OfferResponse offer = allocation
                .offer(id.toString())
                .filter(known -> Access.toOffer(allocation, known, caller))
                .map(known -> OfferResponse.of(allocation, known, clock.instant()))
                .orElseThrow(ProblemException::notFound);
        accessLog.record(caller, context, offer.referralId(), "offer", Purpose.CASE_WORK);
        return ResponseEntity.ok().eTag(offer.etag()).body(offer);
    }

    private static Stream<OfferResponse> offers(Allocation allocation, OfferSearch search, Instant now) {
        return allocation.offers().stream()
                .filter(search::fits)
                .sorted((one, other) -> one.id().compareTo(other.id()))
                .map(offer -> OfferResponse.of(allocation, offer, now));
    }

    private static boolean isAfter(OfferResponse offer, Cursor last) {
        return !offer.referralId().equals(last.text(0)) || offer.id().compareTo(last.text(1)) > 0;
    }
}
