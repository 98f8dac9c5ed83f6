package scot.fort.triage.screening.web;

import java.time.Duration;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import scot.fort.platform.service.Handled;
import scot.fort.platform.web.body.CheckedBody;
import scot.fort.platform.web.problem.Problem;
import scot.fort.platform.web.problem.ProblemException;
import scot.fort.platform.web.request.RequestContext;
import scot.fort.platform.web.security.Allow;
import scot.fort.platform.web.security.Caller;
import scot.fort.platform.web.security.Role;
import scot.fort.triage.screening.Action;
import scot.fort.triage.screening.GlassAttempts;
import scot.fort.triage.screening.RevokeAccess;
import scot.fort.triage.screening.Screening;

/** Who may see a restricted screening: by a manager's grant, or for an hour by breaking the glass, of which the managers are told. */
@RestController
@RequestMapping("/v1/screenings/{referralId}")
class AccessController {

    private static final Logger LOG = LoggerFactory.getLogger(AccessController.class);

    private final ScreeningWork work;
    private final GlassAttempts attempts;

    AccessController(ScreeningWork work, GlassAttempts attempts) {
        this.work = work;
        this.attempts = attempts;
    }

    /** Said again it changes nothing. */
    @PutMapping("/grants/{sub}")
    @Allow(Role.SCREENING_MANAGER)
    ResponseEntity<QueueRow> grant(
            @PathVariable UUID referralId,
            @PathVariable String sub,
            @CheckedBody(optional = true) GrantRequest request,
            Caller caller,
            RequestContext context) {
        String grantee = Subjects.checked(sub);
        return done(
                work.carryOut(
                        Action.GRANT,
                        referralId,
                        null,
                        caller,
                        context,
                        (_, _) -> request.toCommand(grantee, work.now())),
                caller);
    }

    @DeleteMapping("/grants/{sub}")
    @Allow(Role.SCREENING_MANAGER)
    ResponseEntity<QueueRow> revoke(
            @PathVariable UUID referralId, @PathVariable String sub, Caller caller, RequestContext context) {
        String grantee = Subjects.checked(sub);
        return done(
                work.carryOut(Action.GRANT, referralId, null, caller, context, (_, _) -> new RevokeAccess(grantee)),
                caller);
    }

    /** Answers with the screening, for whoever does this has no time for a second call. */
    @PostMapping("/break-glass")
    @Allow(Role.SCREENER)
    ResponseEntity<ScreeningResponse> breakGlass(
            @PathVariable UUID referralId,
            @CheckedBody BreakGlassRequest request,
            Caller caller,
            RequestContext context) {
        Duration wait = attempts.take(caller.subject());
        if (wait.isPositive()) {
            LOG.warn("{} tries to break the glass again and again", caller.subject());
            throw new ProblemException(Problem.busy(wait));
        }
        return work.breakGlass(referralId, request, caller, context).answer();
    }

    private ResponseEntity<QueueRow> done(Handled<Screening> handled, Caller caller) {
        return ResponseEntity.ok().eTag(handled.etag()).body(work.row(handled, caller));
    }
}
