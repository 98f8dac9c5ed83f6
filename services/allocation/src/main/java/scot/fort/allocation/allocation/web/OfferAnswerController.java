package scot.fort.allocation.allocation.web;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import scot.fort.allocation.allocation.Allocation;
import scot.fort.allocation.allocation.AnswerOffer;
import scot.fort.allocation.allocation.AnswerOffer.OfferTarget;
import scot.fort.allocation.allocation.Offer;
import scot.fort.allocation.allocation.OfferCommand;
import scot.fort.allocation.allocation.Wellbeing;
import scot.fort.allocation.allocation.Words;
import scot.fort.platform.service.Causes;
import scot.fort.platform.web.body.CheckedBody;
import scot.fort.platform.web.concurrency.IfMatch;
import scot.fort.platform.web.request.RequestContext;
import scot.fort.platform.web.security.Allow;
import scot.fort.platform.web.security.Caller;
import scot.fort.platform.web.security.Role;

/**
 * What a provider says of the offers made to it, and a coordinator of those made to others. The answers to an offer need
 * the version that was read; what follows them is bound by where the offer stands, and by a version only where one is sent.
 */
@RestController
@RequestMapping("/v1/offers/{id}")
@Allow({Role.PROVIDER_WORKER, Role.PROVIDER_MANAGER})
class OfferAnswerController {

    private final AnswerOffer answers;
    private final Clock clock;

    OfferAnswerController(AnswerOffer answers, Clock clock) {
        this.answers = answers;
        this.clock = clock;
    }

    @PostMapping("/accept")
    ResponseEntity<OfferResponse> accept(
            @PathVariable UUID id, IfMatch ifMatch, Caller caller, RequestContext context) {
        return answer(id, ifMatch, new OfferCommand.Accept(), caller, context);
    }

    @PostMapping("/decline")
    ResponseEntity<OfferResponse> decline(
            @PathVariable UUID id,
            IfMatch ifMatch,
            @CheckedBody DeclineRequest request,
            Caller caller,
            RequestContext context) {
        OfferCommand decline = new OfferCommand.Decline(request.answer(), request.reason(), Words.of(request.text()));
        return answer(id, ifMatch, decline, caller, context);
    }

    @PostMapping("/waitlist")
    ResponseEntity<OfferResponse> waitlist(
            @PathVariable UUID id, IfMatch ifMatch, Caller caller, RequestContext context) {
        return answer(id, ifMatch, new OfferCommand.Waitlist(), caller, context);
    }

    @PostMapping("/start")
    ResponseEntity<OfferResponse> start(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            Caller caller,
            RequestContext context) {
        return answer(id, precondition(seen), new OfferCommand.Start(), caller, context);
    }

    @PostMapping("/progress")
    ResponseEntity<OfferResponse> progress(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @CheckedBody ProgressRequest request,
            Caller caller,
            RequestContext context) {
        OfferCommand progress = new OfferCommand.Progress(orNone(request.wellbeing()), Words.of(request.text()));
        return answer(id, precondition(seen), progress, caller, context);
    }

    @PostMapping("/complete")
    ResponseEntity<OfferResponse> complete(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @CheckedBody CompleteRequest request,
            Caller caller,
            RequestContext context) {
        OfferCommand complete = new OfferCommand.Complete(
                request.outcome(), orNone(request.wellbeing()), new Words(request.text(), request.views()));
        return answer(id, precondition(seen), complete, caller, context);
    }

    @PostMapping("/fail")
    ResponseEntity<OfferResponse> fail(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @CheckedBody ReasonRequest request,
            Caller caller,
            RequestContext context) {
        OfferCommand fail = new OfferCommand.Fail(request.reason(), Words.of(request.text()));
        return answer(id, precondition(seen), fail, caller, context);
    }

    /** A worry about a child goes back to the hub; the offer stays where it stands. */
    @PostMapping("/raise-concern")
    ResponseEntity<OfferResponse> raiseConcern(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @CheckedBody TextRequest request,
            Caller caller,
            RequestContext context) {
        return answer(id, precondition(seen), new OfferCommand.RaiseConcern(Words.of(request.text())), caller, context);
    }

    @PostMapping("/revoke")
    @Allow({Role.COORDINATOR, Role.SCREENING_MANAGER})
    ResponseEntity<OfferResponse> revoke(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @CheckedBody ReasonRequest request,
            Caller caller,
            RequestContext context) {
        OfferCommand revoke = new OfferCommand.Revoke(request.reason(), Words.of(request.text()));
        return handle(
                id,
                (allocation, offer) -> Access.toAllocation(allocation, caller),
                precondition(seen),
                revoke,
                caller,
                context);
    }

    private ResponseEntity<OfferResponse> answer(
            UUID id, @Nullable IfMatch ifMatch, OfferCommand command, Caller caller, RequestContext context) {
        return handle(id, (allocation, offer) -> Access.isOwn(offer, caller), ifMatch, command, caller, context);
    }

    private ResponseEntity<OfferResponse> handle(
            UUID id,
            BiPredicate<Allocation, Offer> visible,
            @Nullable IfMatch ifMatch,
            OfferCommand command,
            Caller caller,
            RequestContext context) {
        Allocation after = answers.handle(
                        new OfferTarget(id.toString(), visible, ifMatch), command, Causes.of(caller, context))
                .state();
        OfferResponse offer = OfferResponse.of(after, after.offer(id.toString()).orElseThrow(), clock.instant());
        return ResponseEntity.ok().eTag(offer.etag()).body(offer);
    }

    private static @Nullable IfMatch precondition(@Nullable String seen) {
        return seen == null ? null : IfMatch.parse(seen);
    }

    private static List<Wellbeing> orNone(@Nullable List<Wellbeing> wellbeing) {
        return wellbeing == null ? List.of() : wellbeing;
    }
}
