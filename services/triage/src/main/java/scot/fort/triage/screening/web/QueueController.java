package scot.fort.triage.screening.web;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import scot.fort.platform.lifecycle.Lane;
import scot.fort.platform.lifecycle.Priority;
import scot.fort.platform.lifecycle.Status;
import scot.fort.platform.messaging.aggregate.Aggregate;
import scot.fort.platform.service.Causes;
import scot.fort.platform.service.Handled;
import scot.fort.platform.service.Restriction;
import scot.fort.platform.web.body.CheckedBody;
import scot.fort.platform.web.paging.Cursor;
import scot.fort.platform.web.paging.Page;
import scot.fort.platform.web.paging.PageQuery;
import scot.fort.platform.web.request.RequestContext;
import scot.fort.platform.web.security.Allow;
import scot.fort.platform.web.security.Caller;
import scot.fort.platform.web.security.Role;
import scot.fort.triage.screening.Queue;
import scot.fort.triage.screening.QueuePlace;
import scot.fort.triage.screening.QueueQuery;
import scot.fort.triage.screening.Screening;

/** The queue of the hub, the most urgent first, and the way to take what comes next. */
@RestController
@RequestMapping("/v1/queue")
@Allow(Role.SCREENER)
class QueueController {

    private final Queue queue;
    private final ClaimNext claimNext;
    private final Openings openings;
    private final ScreeningWork work;

    QueueController(Queue queue, ClaimNext claimNext, Openings openings, ScreeningWork work) {
        this.queue = queue;
        this.claimNext = claimNext;
        this.openings = openings;
        this.work = work;
    }

    /**
     * A page of the queue. Each filter may name several codes, divided by commas.
     *
     * @param status the open ones unless it says otherwise
     * @param assignee who has claimed it
     */
    @GetMapping
    Page<QueueRow> queue(
            @RequestParam(defaultValue = "") Set<Status> status,
            @RequestParam(defaultValue = "") Set<Priority> priority,
            @RequestParam(defaultValue = "") Set<Lane> lane,
            @RequestParam(defaultValue = "") Set<String> ward,
            @RequestParam(required = false) @Nullable String assignee,
            PageQuery page,
            Caller caller) {
        Instant now = work.now();
        QueueQuery query = new QueueQuery(
                status.isEmpty() ? Screening.IN_QUEUE : status, priority, lane, ward, assignee, Restriction.on(caller));
        Reader reader = Reader.of(caller, now);
        return Page.of(queue.list(query, now, after(page), page.fetch()), page, QueueController::position, now)
                .map(Handled::of)
                .map(found -> QueueRow.of(found, reader));
    }

    @PostMapping("/claim-next")
    ResponseEntity<ScreeningResponse> claimNext(
            @CheckedBody(optional = true) ClaimNextRequest request, Caller caller, RequestContext context) {
        QueueQuery workable = QueueQuery.workable(request.lane(), request.priority(), Restriction.on(caller));
        Opening opening = openings.of(caller, context);
        return claimNext
                .claim(workable, caller.subject(), Causes.of(caller, context), opening::look)
                .map(opening::open)
                .map(ScreeningResponse::answer)
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    private static Queue.@Nullable After after(PageQuery page) {
        Cursor cursor = page.after();
        return cursor == null
                ? null
                : new Queue.After((int) cursor.number(0), cursor.instant(1), cursor.instant(2), cursor.text(3));
    }

    private static Cursor position(Aggregate<Screening> last) {
        QueuePlace place = last.require().knownPlace();
        return Cursor.of(place.rank(), place.dueAt(), place.receivedAt(), last.id());
    }
}
