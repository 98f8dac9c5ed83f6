package scot.fort.intake.referral.web;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import scot.fort.intake.referral.SubmissionHandler;
import scot.fort.intake.referral.SubmitReferral;
import scot.fort.intake.referral.Submitted;
import scot.fort.intake.referral.content.BodyDigest;
import scot.fort.intake.referral.content.ReferralSeals;
import scot.fort.intake.referral.form.Findings;
import scot.fort.intake.referral.form.ReferralForm;
import scot.fort.intake.referral.form.ReferralRules;
import scot.fort.platform.service.Causes;
import scot.fort.platform.web.body.Checked;
import scot.fort.platform.web.body.CheckedBody;
import scot.fort.platform.web.concurrency.Version;
import scot.fort.platform.web.problem.Problem;
import scot.fort.platform.web.problem.ProblemException;
import scot.fort.platform.web.request.RequestContext;
import scot.fort.platform.web.security.Allow;
import scot.fort.platform.web.security.Caller;
import scot.fort.platform.web.security.Role;
import tools.jackson.databind.JsonNode;

/** Takes referrals. */
@RestController
class SubmissionController {

    private static final String REPLAYED = "Idempotency-Replayed";
    private static final Version FIRST = new Version(1);

    private final ReferralRules rules;
    private final ReferralSeals seals;
    private final SubmissionHandler handler;
    private final Clock clock;

    SubmissionController(ReferralRules rules, ReferralSeals seals, SubmissionHandler handler, Clock clock) {
        this.rules = rules;
        this.seals = seals;
        this.handler = handler;
        this.clock = clock;
    }

    /**
     * Accepts a referral, or answers again what its first submission was answered, also when the body would be refused
     * today because of the date.
     */
    @PostMapping("/v1/referrals")
    @Allow(Role.REFERRER)
    ResponseEntity<byte[]> submit(
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String header,
            @CheckedBody Checked<ReferralForm> body,
            Caller caller,
            RequestContext context) {
        IdempotencyKey key = IdempotencyKey.of(header);
        Findings findings = rules.ofReferral(body);
        Optional<Problem> refusal = findings.refusal(body);
        if (refusal.isPresent()) {
            return earlier(key, body, caller).orElseThrow(() -> new ProblemException(refusal.get()));
        }
        SubmitReferral submission = submission(key, body, findings, caller);
        return answer(handler.submit(submission, Causes.of(caller, context)));
    }

    private SubmitReferral submission(
            IdempotencyKey key, Checked<ReferralForm> body, Findings findings, Caller caller) {
        if (!(body instanceof Checked.Valid<ReferralForm>(ReferralForm form, var tree))) {
            throw new IllegalStateException("A body without a refusal is valid");
        }
        Instant now = clock.instant();
        return new SubmitReferral(
                caller.organisation(),
                key.text(),
                form.source(),
                now,
                form.particulars(LocalDate.ofInstant(now, ReferralRules.ZONE)),
                form.people(),
                findings.warnings(),
                BodyDigest.of(tree),
                seals.submitted(form, tree));
    }

    private Optional<ResponseEntity<byte[]>> earlier(IdempotencyKey key, Checked<ReferralForm> body, Caller caller) {
        JsonNode tree = ReferralRules.tree(body);
        return Optional.ofNullable(tree)
                .filter(JsonNode::isObject)
                .flatMap(sent -> handler.earlier(caller.organisation(), key.text(), BodyDigest.of(sent)))
                .map(SubmissionController::answer);
    }

    private static ResponseEntity<byte[]> answer(Submitted submitted) {
        return switch (submitted) {
            case Submitted.Accepted(String id, String answer) -> created(id).body(bytes(answer));
            case Submitted.Replayed(String id, String answer) ->
                created(id).header(REPLAYED, "true").body(bytes(answer));
            case Submitted.KeyReused() -> throw new ProblemException(Problem.idempotencyKeyReused());
            case Submitted.DuplicateSource(String id, String reference) ->
                throw new ProblemException(Problem.duplicateSource(id, reference));
            case Submitted.InFlight() -> throw new ProblemException(Problem.idempotencyInFlight());
            case Submitted.Busy(var retryAfter) -> throw new ProblemException(Problem.busy(retryAfter));
        };
    }

    private static ResponseEntity.BodyBuilder created(String id) {
        return ResponseEntity.created(URI.create(ReceiptResponse.path(id)))
                .eTag(FIRST.etag())
                .contentType(MediaType.APPLICATION_JSON);
    }

    private static byte[] bytes(String answer) {
        return answer.getBytes(StandardCharsets.UTF_8);
    }
}
