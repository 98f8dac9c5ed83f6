package scot.fort.triage.identity.web;

import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import scot.fort.platform.web.body.CheckedBody;
import scot.fort.platform.web.paging.Page;
import scot.fort.platform.web.paging.PageQuery;
import scot.fort.platform.web.request.RequestContext;
import scot.fort.platform.web.security.Allow;
import scot.fort.platform.web.security.Caller;
import scot.fort.platform.web.security.Role;
import scot.fort.triage.identity.RejectMatch;
import scot.fort.triage.identity.UndoMatch;

/** Who the children of a referral may be, and what screeners say of that. */
@RestController
@RequestMapping("/v1/screenings/{referralId}/matches")
@Allow(Role.SCREENER)
class MatchController {

    private final MatchWork work;

    MatchController(MatchWork work) {
        this.work = work;
    }

    @GetMapping
    Page<MatchResponse> matches(@PathVariable UUID referralId, PageQuery page, Caller caller, RequestContext context) {
        return work.list(referralId, page, caller, context);
    }

    @PostMapping("/{matchId}/confirm")
    MatchResponse confirm(
            @PathVariable UUID referralId,
            @PathVariable UUID matchId,
            @CheckedBody(optional = true) ConfirmMatchRequest request,
            Caller caller,
            RequestContext context) {
        return work.carryOut(request.toCommand(), referralId, matchId, caller, context);
    }

    @PostMapping("/{matchId}/reject")
    MatchResponse reject(
            @PathVariable UUID referralId, @PathVariable UUID matchId, Caller caller, RequestContext context) {
        return work.carryOut(new RejectMatch(), referralId, matchId, caller, context);
    }

    @PostMapping("/{matchId}/undo")
    MatchResponse undo(
            @PathVariable UUID referralId, @PathVariable UUID matchId, Caller caller, RequestContext context) {
        return work.carryOut(new UndoMatch(), referralId, matchId, caller, context);
    }
}
