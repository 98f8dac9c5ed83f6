package scot.fort.triage.screening.web;

import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import scot.fort.platform.service.Handled;
import scot.fort.platform.web.body.Checked;
import scot.fort.platform.web.body.CheckedBody;
import scot.fort.platform.web.concurrency.IfMatch;
import scot.fort.platform.web.request.RequestContext;
import scot.fort.platform.web.security.Allow;
import scot.fort.platform.web.security.Caller;
import scot.fort.platform.web.security.Role;
import scot.fort.triage.screening.Action;
import scot.fort.triage.screening.ReleaseScreening;
import scot.fort.triage.screening.RenewClaim;
import scot.fort.triage.screening.Screening;
import scot.fort.triage.screening.ScreeningCommand;

/** One screening: seen, claimed, rated, decided. Commands answer with what the queue shows of it. */
@RestController
@RequestMapping("/v1/screenings/{referralId}")
@Allow(Role.SCREENER)
class ScreeningController {

    private final ScreeningWork work;
    private final Deciding deciding;

    ScreeningController(ScreeningWork work, Deciding deciding) {
        this.work = work;
        this.deciding = deciding;
    }

    @GetMapping
    ResponseEntity<ScreeningResponse> screening(@PathVariable UUID referralId, Caller caller, RequestContext context) {
        return work.open(referralId, caller, context).answer();
    }

    @PostMapping("/claim")
    ResponseEntity<ScreeningResponse> claim(@PathVariable UUID referralId, Caller caller, RequestContext context) {
        return work.claim(referralId, caller, context).answer();
    }

    @PostMapping("/release")
    ResponseEntity<QueueRow> release(@PathVariable UUID referralId, Caller caller, RequestContext context) {
        return done(Action.RELEASE, referralId, null, caller, context, (_, _) -> new ReleaseScreening());
    }

    @PostMapping("/renew")
    ResponseEntity<QueueRow> renew(@PathVariable UUID referralId, Caller caller, RequestContext context) {
        return done(Action.RENEW, referralId, null, caller, context, (_, _) -> new RenewClaim());
    }

    @PostMapping("/assign")
    @Allow(Role.SCREENING_MANAGER)
    ResponseEntity<QueueRow> assign(
            @PathVariable UUID referralId, @CheckedBody AssignRequest request, Caller caller, RequestContext context) {
        return done(Action.ASSIGN, referralId, null, caller, context, (_, _) -> request.toCommand());
    }

    @PostMapping("/rating")
    ResponseEntity<QueueRow> rate(
            @PathVariable UUID referralId,
            IfMatch ifMatch,
            @CheckedBody RatingRequest request,
            Caller caller,
            RequestContext context) {
        return done(Action.RATE, referralId, ifMatch, caller, context, (_, texts) -> request.toCommand(texts));
    }

    @PostMapping("/checks")
    ResponseEntity<QueueRow> check(
            @PathVariable UUID referralId, @CheckedBody CheckRequest request, Caller caller, RequestContext context) {
        return done(Action.CHECK, referralId, null, caller, context, (_, texts) -> request.toCommand(texts));
    }

    @PostMapping("/information-requests")
    ResponseEntity<QueueRow> requestInformation(
            @PathVariable UUID referralId,
            @CheckedBody QuestionRequest request,
            Caller caller,
            RequestContext context) {
        return done(
                Action.REQUEST_INFORMATION, referralId, null, caller, context, (_, texts) -> request.toCommand(texts));
    }

    @PostMapping("/decision")
    ResponseEntity<QueueRow> decide(
            @PathVariable UUID referralId,
            IfMatch ifMatch,
            @CheckedBody Checked<DecisionRequest> request,
            Caller caller,
            RequestContext context) {
        return done(deciding.decide(referralId, ifMatch, request, caller, context), caller);
    }

    @PostMapping("/outcome")
    @Allow(Role.SCREENING_MANAGER)
    ResponseEntity<QueueRow> recordOutcome(
            @PathVariable UUID referralId,
            IfMatch ifMatch,
            @CheckedBody Checked<OutcomeRequest> request,
            Caller caller,
            RequestContext context) {
        return done(deciding.recordOutcome(referralId, ifMatch, request, caller, context), caller);
    }

    @PostMapping("/reopen")
    @Allow(Role.SCREENING_MANAGER)
    ResponseEntity<QueueRow> reopen(
            @PathVariable UUID referralId,
            IfMatch ifMatch,
            @CheckedBody ReopenRequest request,
            Caller caller,
            RequestContext context) {
        return done(Action.REOPEN, referralId, ifMatch, caller, context, (_, texts) -> request.toCommand(texts));
    }

    private ResponseEntity<QueueRow> done(
            Action action,
            UUID referralId,
            @Nullable IfMatch ifMatch,
            Caller caller,
            RequestContext context,
            BiFunction<Screening, SealedTexts, ScreeningCommand> command) {
        return done(work.carryOut(action, referralId, ifMatch, caller, context, command), caller);
    }

    private ResponseEntity<QueueRow> done(Handled<Screening> handled, Caller caller) {
        return ResponseEntity.ok().eTag(handled.etag()).body(work.row(handled, caller));
    }
}
