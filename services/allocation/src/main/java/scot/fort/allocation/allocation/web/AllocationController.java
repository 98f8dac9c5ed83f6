package scot.fort.allocation.allocation.web;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import scot.fort.allocation.allocation.Allocation;
import scot.fort.allocation.allocation.Allocations;
import scot.fort.allocation.allocation.AnswerOffer;
import scot.fort.allocation.allocation.Matching;
import scot.fort.allocation.allocation.OfferSupport;
import scot.fort.allocation.allocation.Words;
import scot.fort.allocation.directory.Directory;
import scot.fort.platform.lifecycle.Status;
import scot.fort.platform.messaging.Cause;
import scot.fort.platform.messaging.aggregate.Aggregate;
import scot.fort.platform.service.AccessLog;
import scot.fort.platform.service.Causes;
import scot.fort.platform.service.Handled;
import scot.fort.platform.service.Purpose;
import scot.fort.platform.service.Restriction;
import scot.fort.platform.service.Target;
import scot.fort.platform.web.body.CheckedBody;
import scot.fort.platform.web.paging.Cursor;
import scot.fort.platform.web.paging.Page;
import scot.fort.platform.web.paging.PageQuery;
import scot.fort.platform.web.problem.ProblemException;
import scot.fort.platform.web.request.RequestContext;
import scot.fort.platform.web.security.Allow;
import scot.fort.platform.web.security.Caller;
import scot.fort.platform.web.security.Role;

/** The work of a coordinator: which families wait for support, who could give it, whom to offer. */
@RestController
@RequestMapping("/v1/allocations")
@Allow({Role.COORDINATOR, Role.SCREENING_MANAGER})
class AllocationController {

    private final Allocations allocations;
    private final Directory directory;
    private final OfferSupport offers;
    private final AnswerOffer answers;
    private final AccessLog accessLog;
    private final Clock clock;

    AllocationController(
            Allocations allocations,
            Directory directory,
            OfferSupport offers,
            AnswerOffer answers,
            AccessLog accessLog,
            Clock clock) {
        this.allocations = allocations;
        this.directory = directory;
        this.offers = offers;
        this.answers = answers;
        this.accessLog = accessLog;
        this.clock = clock;
    }

    /** The longest waiting first. */
    @GetMapping
    Page<AllocationResponse> list(
            @RequestParam(required = false) @Nullable Status status,
            @RequestParam(required = false) @Nullable String ward,
            PageQuery page,
            Caller caller) {
        Instant now = clock.instant();
        Cursor after = page.after();
        List<Aggregate<Allocation>> found = allocations.search(
                new Allocations.Search(status, ward, Restriction.seesRestricted(caller)),
                after == null ? null : new Allocations.After(after.instant(0), after.text(1)),
                page.fetch());
        return Page.of(found, page, last -> Cursor.of(last.require().knownPlan().decidedAt(), last.id()), now)
                .map(row -> AllocationResponse.of(Handled.of(row), now));
    }

    @GetMapping("/{referralId}")
    ResponseEntity<AllocationResponse> get(@PathVariable UUID referralId, Caller caller, RequestContext context) {
        Handled<Allocation> found = find(referralId, caller);
        accessLog.record(caller, context, found.id(), "allocation", Purpose.CASE_WORK);
        return ResponseEntity.ok().eTag(found.etag()).body(AllocationResponse.of(found, clock.instant()));
    }

    /** Every service of the directory, those that fit first and the best of them foremost. */
    @GetMapping("/{referralId}/candidates")
    Page<CandidateResponse> candidates(@PathVariable UUID referralId, Caller caller, RequestContext context) {
        Handled<Allocation> found = find(referralId, caller);
        accessLog.record(caller, context, found.id(), "candidates", Purpose.CASE_WORK);
        List<CandidateResponse> ranked = Matching.rank(found.state(), directory.all()).stream()
                .map(CandidateResponse::of)
                .toList();
        return new Page<>(ranked, null, clock.instant());
    }

    /** 201 with the offer; 200 with the allocation where the service was to be chosen and none is left. */
    @PostMapping("/{referralId}/offers")
    ResponseEntity<?> offer(
            @PathVariable UUID referralId, @CheckedBody OfferRequest request, Caller caller, RequestContext context) {
        Cause cause = Causes.of(caller, context);
        Target<Allocation> target = target(referralId, caller);
        String chosen = request.chosen();
        OfferSupport.Made made = chosen == null
                ? offers.toBest(request.term(), target, cause)
                : offers.to(chosen, request.term(), target, cause);
        Allocation after = made.allocation().state();
        Instant now = clock.instant();
        if (made.offerId() == null) {
            return ResponseEntity.ok()
                    .eTag(made.allocation().etag())
                    .body(AllocationResponse.of(made.allocation(), now));
        }
        OfferResponse offer =
                OfferResponse.of(after, after.offer(made.offerId()).orElseThrow(), now);
        return ResponseEntity.created(URI.create("/v1/offers/" + offer.id()))
                .eTag(offer.etag())
                .body(offer);
    }

    /** Gives up a search that has come to nothing. */
    @PostMapping("/{referralId}/close")
    ResponseEntity<AllocationResponse> close(
            @PathVariable UUID referralId, @CheckedBody ReasonRequest request, Caller caller, RequestContext context) {
        Handled<Allocation> closed = answers.close(
                target(referralId, caller), request.reason(), Words.of(request.text()), Causes.of(caller, context));
        return ResponseEntity.ok().eTag(closed.etag()).body(AllocationResponse.of(closed, clock.instant()));
    }

    private Handled<Allocation> find(UUID referralId, Caller caller) {
        return allocations
                .find(referralId.toString())
                .filter(found -> Access.toAllocation(found.require(), caller))
                .map(Handled::of)
                .orElseThrow(ProblemException::notFound);
    }

    private static Target<Allocation> target(UUID referralId, Caller caller) {
        return Target.of(referralId.toString(), allocation -> Access.toAllocation(allocation, caller));
    }
}
