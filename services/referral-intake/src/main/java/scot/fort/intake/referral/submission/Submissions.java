package scot.fort.intake.referral.submission;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import scot.fort.intake.referral.Referrals;
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
import scot.fort.platform.web.problem.FieldFault;
import scot.fort.platform.web.problem.Problem;
import scot.fort.platform.web.request.RequestContext;
import scot.fort.platform.web.security.Caller;
import tools.jackson.databind.JsonNode;

/** Judges submissions and takes those that are right. A refusal is returned, never thrown; so is what a fault comes to. */
public final class Submissions {

    private static final String SOURCE_REFERENCE = "/source/reference";

    private final ReferralRules rules;
    private final ReferralSeals seals;
    private final SubmissionHandler handler;
    private final Referrals referrals;
    private final Clock clock;
    private final Function<Throwable, Problem> faults;
    private final SafetyAdvice safetyAdvice;

    /** @param faults says what a fault is to the sender of the submission that met it */
    public Submissions(
            ReferralRules rules,
            ReferralSeals seals,
            SubmissionHandler handler,
            Referrals referrals,
            Clock clock,
            Function<Throwable, Problem> faults,
            SafetyAdvice safetyAdvice) {
        this.rules = rules;
        this.seals = seals;
        this.handler = handler;
        this.referrals = referrals;
        this.clock = clock;
        this.faults = faults;
        this.safetyAdvice = safetyAdvice;
    }

    /**
     * Accepts a referral, or answers again what its first submission was answered, also when the body would be refused
     * today because of the date.
     */
    public Outcome submit(@Nullable String key, Checked<ReferralForm> body, Caller caller, RequestContext context) {
        try {
            return switch (judged(key, body, caller, context)) {
                case Outcome.Refused(var problem) -> refused(problem, body.tree());
                case Outcome outcome -> outcome;
            };
        } catch (RuntimeException | Error fault) {
            return refused(faults.apply(fault), body.tree());
        }
    }

    /** A submission that was refused elsewhere, for what is not in its body. @param body as far as it could be read */
    public Outcome.Refused refused(Problem problem, @Nullable JsonNode body) {
        return new Outcome.Refused(safetyAdvice.in(problem, body));
    }

    private Outcome judged(@Nullable String key, Checked<ReferralForm> body, Caller caller, RequestContext context) {
        Optional<Problem> noKey = IdempotencyKey.refusal(key);
        if (key == null || noKey.isPresent()) {
            return new Outcome.Refused(noKey.orElseThrow());
        }
        Findings findings = rules.ofReferral(body);
        Optional<Problem> refusal = findings.refusal(body);
        if (refusal.isPresent()) {
            return earlier(key, body, caller).orElseGet(() -> new Outcome.Refused(refusal.get()));
        }
        SubmitReferral submission = submission(key, body, findings, caller);
        return outcome(handler.submit(submission, Causes.of(caller, context)));
    }

    /**
     * What {@link #submit} would come to, as far as it can be known without keeping anything. That the source is taken is a
     * warning, since that may be meant: a referral which is tried again after it was sent.
     *
     * @param key may be left out
     */
    public Outcome dryRun(@Nullable String key, Checked<ReferralForm> body, Caller caller) {
        Optional<Problem> noKey = IdempotencyKey.refusalOfGiven(key);
        if (noKey.isPresent()) {
            return new Outcome.Refused(noKey.get());
        }
        Findings findings = rules.ofReferral(body);
        if (key != null && earlier(key, body, caller).isPresent()) {
            return new Outcome.Valid(findings.warnings());
        }
        Optional<Problem> refusal = findings.refusal(body);
        if (refusal.isPresent()) {
            return new Outcome.Refused(refusal.get());
        }
        if (key != null && referrals.submittedUnder(caller.organisation(), key).isPresent()) {
            return new Outcome.Refused(Problem.idempotencyKeyReused());
        }
        return new Outcome.Valid(warnings(findings, body.orThrow(), caller));
    }

    private List<FieldFault> warnings(Findings findings, ReferralForm form, Caller caller) {
        List<FieldFault> warnings = new ArrayList<>(findings.warnings());
        if (referrals.madeFrom(caller.organisation(), form.source()).isPresent()) {
            warnings.add(new FieldFault(
                    SOURCE_REFERENCE, "duplicate-source", "A referral was made from this reference before."));
        }
        return warnings;
    }

    private SubmitReferral submission(String key, Checked<ReferralForm> body, Findings findings, Caller caller) {
        Instant now = clock.instant();
        ReferralForm form = body.orThrow();
        JsonNode tree = Objects.requireNonNull(body.tree());
        String digest = BodyDigest.of(tree);
        return new SubmitReferral(
                caller.organisation(),
                key,
                form.source(),
                now,
                form.particulars(LocalDate.ofInstant(now, ReferralRules.ZONE)),
                form.people(),
                findings.warnings(),
                digest,
                seals.submitted(form, tree, digest));
    }

    private Optional<Outcome> earlier(String key, Checked<ReferralForm> body, Caller caller) {
        return Optional.ofNullable(body.tree())
                .flatMap(sent -> handler.earlier(caller.organisation(), key, BodyDigest.of(sent)))
                .map(Submissions::outcome);
    }

    private static Outcome outcome(Submitted submitted) {
        return switch (submitted) {
            case Submitted.Accepted(String id, String answer) -> new Outcome.Received(id, answer, false);
            case Submitted.Replayed(String id, String answer) -> new Outcome.Received(id, answer, true);
            case Submitted.KeyReused() -> new Outcome.Refused(Problem.idempotencyKeyReused());
            case Submitted.DuplicateSource(String id, String reference) ->
                new Outcome.Refused(Problem.duplicateSource(id, reference));
            case Submitted.InFlight() -> new Outcome.Refused(Problem.idempotencyInFlight());
            case Submitted.Busy(var retryAfter) -> new Outcome.Refused(Problem.busy(retryAfter));
        };
    }
}
