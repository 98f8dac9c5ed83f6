package scot.fort.intake.referral.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import scot.fort.intake.referral.form.ReferralForm;
import scot.fort.intake.referral.submission.IdempotencyKey;
import scot.fort.intake.referral.submission.Outcome;
import scot.fort.intake.referral.submission.Submissions;
import scot.fort.platform.web.body.Checked;
import scot.fort.platform.web.body.CheckedBody;
import scot.fort.platform.web.concurrency.Version;
import scot.fort.platform.web.problem.ProblemException;
import scot.fort.platform.web.request.RequestContext;
import scot.fort.platform.web.security.Allow;
import scot.fort.platform.web.security.Caller;
import scot.fort.platform.web.security.Role;

/** Takes referrals, one at a time. */
@RestController
class SubmissionController {

    private static final String REPLAYED = "Idempotency-Replayed";
    private static final Version FIRST = new Version(1);

    private final Submissions submissions;

    SubmissionController(Submissions submissions) {
        this.submissions = submissions;
    }

    /** Accepts a referral, or says what would come of it. */
    @PostMapping("/v1/referrals")
    @Allow(Role.REFERRER)
    ResponseEntity<?> submit(
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestParam(name = DryRun.PARAMETER, required = false) @Nullable String dryRun,
            @CheckedBody Checked<ReferralForm> body,
            Caller caller,
            RequestContext context,
            HttpServletRequest request) {
        String only = only(key, request);
        Outcome outcome = DryRun.isAskedBy(dryRun)
                ? submissions.dryRun(only, body, caller)
                : submissions.submit(only, body, caller, context);
        return switch (outcome) {
            case Outcome.Received received -> created(received);
            case Outcome.Valid(var warnings) -> ResponseEntity.ok(new DryRunResponse(true, warnings));
            case Outcome.Refused(var problem) -> throw new ProblemException(problem);
        };
    }

    /** Of two headers Spring would make one key; with a space between them they are none. */
    private static @Nullable String only(@Nullable String key, HttpServletRequest request) {
        List<String> sent = Collections.list(request.getHeaders(IdempotencyKey.HEADER));
        return sent.size() > 1 ? String.join(", ", sent) : key;
    }

    private static ResponseEntity<byte[]> created(Outcome.Received received) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.created(URI.create(ReceiptResponse.path(received.id())))
                .eTag(FIRST.etag())
                .contentType(MediaType.APPLICATION_JSON);
        if (received.replayed()) {
            answer.header(REPLAYED, "true");
        }
        return answer.body(received.answer().getBytes(StandardCharsets.UTF_8));
    }
}
