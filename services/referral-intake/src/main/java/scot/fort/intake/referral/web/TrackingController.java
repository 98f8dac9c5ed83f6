package scot.fort.intake.referral.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import scot.fort.intake.referral.Referral;
import scot.fort.intake.referral.Referrals;
import scot.fort.intake.referral.TrackingQuery;
import scot.fort.intake.referral.content.ReferralSeals;
import scot.fort.platform.lifecycle.Status;
import scot.fort.platform.messaging.aggregate.Aggregate;
import scot.fort.platform.service.AccessLog;
import scot.fort.platform.service.Handled;
import scot.fort.platform.service.Purpose;
import scot.fort.platform.web.paging.Page;
import scot.fort.platform.web.paging.PageQuery;
import scot.fort.platform.web.problem.ProblemException;
import scot.fort.platform.web.request.RequestContext;
import scot.fort.platform.web.security.Allow;
import scot.fort.platform.web.security.Caller;
import scot.fort.platform.web.security.Role;

/** Says where referrals stand, each organisation its own. */
@RestController
class TrackingController {

    private final Referrals referrals;
    private final TrackingAnswers answers;
    private final AccessLog accessLog;
    private final Clock clock;

    TrackingController(Referrals referrals, ReferralSeals seals, AccessLog accessLog, Clock clock) {
        this.referrals = referrals;
        this.answers = new TrackingAnswers(seals);
        this.accessLog = accessLog;
        this.clock = clock;
    }

    /** Where one stands, and what the hub wrote to its referrer. */
    @GetMapping("/v1/referrals/{id}")
    @Allow(Role.REFERRER)
    ResponseEntity<TrackingResponse> tracking(@PathVariable UUID id, Caller caller, RequestContext context) {
        Instant asOf = clock.instant();
        Handled<Referral> found = referrals
                .find(caller.organisation(), id.toString())
                .map(Handled::of)
                .orElseThrow(ProblemException::notFound);
        if (TrackingAnswers.hasWords(found.state())) {
            accessLog.record(caller, context, found.id(), "tracking", Purpose.CASE_WORK);
        }
        return ResponseEntity.ok().eTag(found.etag()).body(answers.item(found.id(), found.state(), asOf));
    }

    /**
     * The organisation's referrals, the latest first. Every page says as of when the first was read.
     *
     * @param updatedSince only those that changed at this time or later; with {@code asOf} of the list before, none is
     *     missed, and some come twice
     */
    @GetMapping("/v1/referrals")
    @Allow(Role.REFERRER)
    Page<TrackingResponse> list(
            @RequestParam(required = false) @Nullable Status status,
            @RequestParam(required = false) @Nullable String sourceSystem,
            @RequestParam(required = false) @Nullable String sourceReference,
            @RequestParam(required = false) @Nullable Instant updatedSince,
            PageQuery page,
            Caller caller) {
        ListPosition position =
                ListPosition.of(page, clock.instant(), status, sourceSystem, sourceReference, updatedSince);
        List<Aggregate<Referral>> found = referrals.list(new TrackingQuery(
                caller.organisation(),
                status,
                sourceSystem,
                sourceReference,
                updatedSince,
                position.after(),
                page.fetch()));
        return Page.of(found, page, last -> position.behind(last.id()), position.asOf())
                .map(answers::row);
    }
}
