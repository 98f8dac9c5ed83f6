package scot.fort.intake.referral.web;

import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import scot.fort.intake.referral.Referral;
import scot.fort.intake.referral.ReferralEvent;
import scot.fort.intake.referral.Referrals;
import scot.fort.intake.referral.content.BodyDigest;
import scot.fort.intake.referral.content.Corrector;
import scot.fort.intake.referral.content.ReferralSeals;
import scot.fort.intake.referral.form.ConsentRequest;
import scot.fort.intake.referral.form.ErrorRequest;
import scot.fort.intake.referral.form.InformationRequest;
import scot.fort.intake.referral.form.ReferralRules;
import scot.fort.intake.referral.form.WithdrawRequest;
import scot.fort.platform.lifecycle.Decision;
import scot.fort.platform.messaging.Cause;
import scot.fort.platform.messaging.aggregate.Aggregate;
import scot.fort.platform.service.Causes;
import scot.fort.platform.service.Commands;
import scot.fort.platform.service.Handled;
import scot.fort.platform.service.Target;
import scot.fort.platform.web.body.Checked;
import scot.fort.platform.web.body.CheckedBody;
import scot.fort.platform.web.problem.Problem;
import scot.fort.platform.web.problem.ProblemException;
import scot.fort.platform.web.request.RequestContext;
import scot.fort.platform.web.security.Allow;
import scot.fort.platform.web.security.Caller;
import scot.fort.platform.web.security.Role;

/** What may be done with a referral after it was sent. Whoever got no answer sends the same again: it is told once. */
@RestController
class CommandController {

    private final Commands<Referral, ReferralEvent> commands;
    private final Referrals referrals;
    private final ReferralRules rules;
    private final ReferralSeals seals;
    private final AddInformation addInformation;
    private final Clock clock;

    CommandController(
            Commands<Referral, ReferralEvent> commands,
            Referrals referrals,
            ReferralRules rules,
            ReferralSeals seals,
            Corrector corrector,
            Clock clock) {
        this.commands = commands;
        this.referrals = referrals;
        this.rules = rules;
        this.seals = seals;
        this.addInformation = new AddInformation(seals, corrector);
        this.clock = clock;
    }

    /** The referrer tells more, answers what was asked, corrects what was wrong, sends again what was returned. */
    @PostMapping("/v1/referrals/{id}/information")
    @Allow(Role.REFERRER)
    ResponseEntity<ChangedResponse> information(
            @PathVariable UUID id,
            @CheckedBody Checked<InformationRequest> body,
            Caller caller,
            RequestContext context) {
        refuse(rules.ofInformation(body).refusal(body));
        InformationRequest request = body.orThrow();
        String digest = BodyDigest.of(Objects.requireNonNull(body.tree()));
        return carryOut(
                HttpStatus.ACCEPTED,
                own(id, caller),
                Causes.of(caller, context),
                referral -> addInformation.to(id.toString(), referral, request, digest, clock.instant()));
    }

    /** Consent is given late, or withdrawn. */
    @PostMapping("/v1/referrals/{id}/consent")
    @Allow(Role.REFERRER)
    ResponseEntity<ChangedResponse> consent(
            @PathVariable UUID id, @CheckedBody Checked<ConsentRequest> body, Caller caller, RequestContext context) {
        refuse(rules.ofConsent(body).refusal(body));
        ConsentRequest request = body.orThrow();
        return carryOut(HttpStatus.ACCEPTED, own(id, caller), Causes.of(caller, context), referral -> {
            if (!referral.people().contains(request.by())) {
                throw new ProblemException(Problem.invalid(
                        "/by", "unresolved-ref", "Must be the ref of a child or an adult of this referral."));
            }
            return referral.changeConsent(
                    new ReferralEvent.ConsentChanged(
                            request.given(),
                            request.by(),
                            request.at(),
                            seals.text(id.toString(), referral, request.text())),
                    clock.instant());
        });
    }

    /** The referrer takes it back. */
    @PostMapping("/v1/referrals/{id}/withdraw")
    @Allow(Role.REFERRER)
    ResponseEntity<ChangedResponse> withdraw(
            @PathVariable UUID id, @CheckedBody WithdrawRequest request, Caller caller, RequestContext context) {
        return carryOut(
                HttpStatus.OK,
                own(id, caller),
                Causes.of(caller, context),
                referral -> referral.withdraw(
                        request.reason(), seals.text(id.toString(), referral, request.text()), clock.instant()));
    }

    /** A manager of the hub marks it as entered in error, whoever sent it. */
    @PostMapping("/v1/referrals/{id}/error")
    @Allow(Role.SCREENING_MANAGER)
    ResponseEntity<ChangedResponse> error(
            @PathVariable UUID id, @CheckedBody ErrorRequest request, Caller caller, RequestContext context) {
        return carryOut(
                HttpStatus.OK,
                Target.of(id.toString(), anyones -> true),
                Causes.of(caller, context),
                referral -> referral.markAsError(
                        request.reason(), seals.text(id.toString(), referral, request.text()), clock.instant()));
    }

    private Supplier<Optional<Aggregate<Referral>>> own(UUID id, Caller caller) {
        return () -> referrals.find(caller.organisation(), id.toString());
    }

    private static void refuse(Optional<Problem> refusal) {
        refusal.ifPresent(problem -> {
            throw new ProblemException(problem);
        });
    }

    private ResponseEntity<ChangedResponse> carryOut(
            HttpStatus status,
            Target<Referral> target,
            Cause cause,
            Function<Referral, Decision<Referral, ReferralEvent>> command) {
        return answer(status, commands.handle(target, cause, command));
    }

    private ResponseEntity<ChangedResponse> carryOut(
            HttpStatus status,
            Supplier<Optional<Aggregate<Referral>>> finder,
            Cause cause,
            Function<Referral, Decision<Referral, ReferralEvent>> command) {
        return answer(status, commands.handle(finder, cause, command));
    }

    private static ResponseEntity<ChangedResponse> answer(HttpStatus status, Handled<Referral> handled) {
        return ResponseEntity.status(status).eTag(handled.etag()).body(ChangedResponse.of(handled));
    }
}
