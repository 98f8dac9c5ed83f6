package scot.fort.intake.referral.web;

import java.time.Clock;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;
import scot.fort.intake.referral.ErasureDecisions;
import scot.fort.intake.referral.Referral;
import scot.fort.intake.referral.ReferralEvent;
import scot.fort.intake.referral.content.ReferralSeals;
import scot.fort.intake.referral.form.ErasureRequest;
import scot.fort.intake.referral.form.LegalHoldRequest;
import scot.fort.platform.lifecycle.Decision;
import scot.fort.platform.service.Causes;
import scot.fort.platform.service.Commands;
import scot.fort.platform.service.Handled;
import scot.fort.platform.service.Repeating;
import scot.fort.platform.service.Target;
import scot.fort.platform.web.body.CheckedBody;
import scot.fort.platform.web.request.RequestContext;
import scot.fort.platform.web.security.Allow;
import scot.fort.platform.web.security.Caller;
import scot.fort.platform.web.security.Role;

/** Erases what is personal in a referral, which takes two persons; a legal hold forbids it. Answers nothing personal. */
@RestController
class ErasureController {

    private final Commands<Referral, ReferralEvent> commands;
    private final ReferralSeals seals;
    private final Repeating keyDestruction;
    private final Clock clock;

    ErasureController(
            Commands<Referral, ReferralEvent> commands, ReferralSeals seals, Repeating keyDestruction, Clock clock) {
        this.commands = commands;
        this.seals = seals;
        this.keyDestruction = keyDestruction;
        this.clock = clock;
    }

    /** The first person asks. */
    @PostMapping("/v1/referrals/{id}/erasure")
    @Allow(Role.OPERATOR)
    ResponseEntity<ErasureResponse> request(
            @PathVariable UUID id, @CheckedBody ErasureRequest request, Caller caller, RequestContext context) {
        return carryOut(
                HttpStatus.ACCEPTED,
                id,
                caller,
                context,
                referral -> ErasureDecisions.request(referral, request.reason(), caller.subject(), clock.instant()));
    }

    /** The second person agrees. The erasure is stored when this is answered; the key is destroyed right after. */
    @PostMapping("/v1/referrals/{id}/erasure/approve")
    @Allow(Role.SCREENING_MANAGER)
    ResponseEntity<ErasureResponse> approve(@PathVariable UUID id, Caller caller, RequestContext context) {
        ResponseEntity<ErasureResponse> approved = carryOut(
                HttpStatus.ACCEPTED,
                id,
                caller,
                context,
                referral -> ErasureDecisions.approve(referral, caller.subject(), clock.instant()));
        keyDestruction.wake();
        return approved;
    }

    /** A legal hold begins. */
    @PutMapping("/v1/referrals/{id}/legal-hold")
    @Allow(Role.SCREENING_MANAGER)
    ResponseEntity<ErasureResponse> hold(
            @PathVariable UUID id,
            @CheckedBody(optional = true) LegalHoldRequest request,
            Caller caller,
            RequestContext context) {
        return carryOut(
                HttpStatus.OK,
                id,
                caller,
                context,
                referral -> ErasureDecisions.hold(
                        referral, seals.text(id.toString(), referral, request.text()), clock.instant()));
    }

    /** A legal hold ends. */
    @DeleteMapping("/v1/referrals/{id}/legal-hold")
    @Allow(Role.SCREENING_MANAGER)
    ResponseEntity<ErasureResponse> lift(@PathVariable UUID id, Caller caller, RequestContext context) {
        return carryOut(HttpStatus.OK, id, caller, context, ErasureDecisions::lift);
    }

    private ResponseEntity<ErasureResponse> carryOut(
            HttpStatus status,
            UUID id,
            Caller caller,
            RequestContext context,
            Function<Referral, Decision<Referral, ReferralEvent>> command) {
        Handled<Referral> handled =
                commands.handle(Target.of(id.toString(), anyones -> true), Causes.of(caller, context), command);
        return ResponseEntity.status(status).eTag(handled.etag()).body(ErasureResponse.of(handled));
    }
}
