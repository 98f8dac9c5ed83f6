package scot.fort.triage.screening.web;

import java.time.Clock;
import java.time.Instant;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import scot.fort.platform.service.Causes;
import scot.fort.platform.service.Restriction;
import scot.fort.platform.web.body.CheckedBody;
import scot.fort.platform.web.paging.Cursor;
import scot.fort.platform.web.paging.Page;
import scot.fort.platform.web.paging.PageQuery;
import scot.fort.platform.web.problem.Problem;
import scot.fort.platform.web.problem.ProblemException;
import scot.fort.platform.web.request.RequestContext;
import scot.fort.platform.web.security.Allow;
import scot.fort.platform.web.security.Caller;
import scot.fort.platform.web.security.Role;
import scot.fort.triage.screening.HandOverScreening;
import scot.fort.triage.screening.Workload;
import scot.fort.triage.screening.Workloads;

/** The screeners as a manager sees them: what each has in hand, and what becomes of it when one is away. */
@RestController
@RequestMapping("/v1/screeners")
@Allow(Role.SCREENING_MANAGER)
class ScreenersController {

    private final Workloads workloads;
    private final HandOver handOver;
    private final Clock clock;

    ScreenersController(Workloads workloads, HandOver handOver, Clock clock) {
        this.workloads = workloads;
        this.handOver = handOver;
        this.clock = clock;
    }

    /** Those who hold a claim; who holds none is not known here. */
    @GetMapping
    Page<Workload> workloads(PageQuery page) {
        Instant now = clock.instant();
        Cursor after = page.after();
        return Page.of(
                workloads.list(now, after == null ? "" : after.text(0), page.fetch()),
                page,
                last -> Cursor.of(last.screener()),
                now);
    }

    @PostMapping("/{sub}/hand-over")
    HandOverResponse handOver(
            @PathVariable String sub,
            @CheckedBody(optional = true) HandOverRequest request,
            Caller caller,
            RequestContext context) {
        String from = Subjects.checked(sub);
        String to = request.to();
        if (from.equals(to)) {
            throw new ProblemException(Problem.invalid("/to", "disagrees", "Must be another screener."));
        }
        return handOver.of(new HandOverScreening(from, to), Restriction.on(caller), Causes.of(caller, context));
    }
}
