package scot.fort.platform.service.parked.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import scot.fort.platform.messaging.aggregate.Waiting;
import scot.fort.platform.messaging.aggregate.WaitingQuery;
import scot.fort.platform.messaging.consume.ParkedEvents;
import scot.fort.platform.messaging.consume.Resolved;
import scot.fort.platform.web.body.CheckedBody;
import scot.fort.platform.web.paging.Cursor;
import scot.fort.platform.web.paging.Page;
import scot.fort.platform.web.paging.PageQuery;
import scot.fort.platform.web.problem.Problem;
import scot.fort.platform.web.problem.ProblemException;
import scot.fort.platform.web.security.Allow;
import scot.fort.platform.web.security.Caller;
import scot.fort.platform.web.security.Role;

/** The events that wait: which, why, and what becomes of them. Ids, numbers and codes, and nothing of their content. */
@RestController
@RequestMapping("/v1/parked")
@Allow(Role.OPERATOR)
class ParkedController {

    private final ParkedEvents parked;
    private final Clock clock;

    ParkedController(ParkedEvents parked, Clock clock) {
        this.parked = parked;
        this.clock = clock;
    }

    @GetMapping
    Page<ParkedResponse> parked(
            @RequestParam(required = false) @Nullable UUID referralId,
            @RequestParam(required = false) @Nullable String source,
            PageQuery page) {
        Instant asOf = clock.instant();
        WaitingQuery query = new WaitingQuery(
                referralId == null ? null : referralId.toString(), source, after(page.after()), page.fetch());
        return Page.of(parked.list(query), page, ParkedController::place, asOf).map(ParkedResponse::of);
    }

    @PostMapping("/{parkedId}/retry")
    RetriedResponse retry(@PathVariable UUID parkedId) {
        return switch (parked.retry(parkedId.toString()).orElseThrow(ProblemException::notFound)) {
            case Resolved.Retried retried -> RetriedResponse.of(retried);
            case Resolved other -> throw refusal(other);
        };
    }

    @PostMapping("/{parkedId}/discard")
    DiscardedResponse discard(@PathVariable UUID parkedId, @CheckedBody DiscardParkedRequest request, Caller caller) {
        return switch (parked.discard(parkedId.toString(), request.reason(), caller.subject())
                .orElseThrow(ProblemException::notFound)) {
            case Resolved.Gone gone -> DiscardedResponse.of(gone);
            case Resolved other -> throw refusal(other);
        };
    }

    private static ProblemException refusal(Resolved resolved) {
        return new ProblemException(
                switch (resolved) {
                    case Resolved.NotItsTurn(var source, var sequence, var missing)
                    when missing ->
                        Problem.illegalTransition(
                                "It waits for event " + sequence + " of " + source
                                        + ", which has not come; to go on without that, give the reason NEVER_CAME.",
                                List.of("discard"));
                    case Resolved.NotItsTurn(var source, var sequence, var missing) ->
                        Problem.illegalTransition(
                                "It waits for event " + sequence + " of " + source + ", which comes first.", List.of());
                    case Resolved.NothingMissing() ->
                        Problem.illegalTransition(
                                "Nothing is missing before it; give another reason to discard it.",
                                List.of("retry", "discard"));
                    case Resolved.MustTakeEffect() ->
                        Problem.illegalTransition(
                                "It tells of an erasure, which has to take effect: mend what is in its way, and retry it.",
                                List.of("retry"));
                    case Resolved.LeftInTopic() ->
                        Problem.illegalTransition(
                                "There was no room for it: have the topic read again, so that it is taken in with what follows.",
                                List.of());
                    case Resolved.Retried retried -> throw new IllegalStateException(retried.toString());
                    case Resolved.Gone gone -> throw new IllegalStateException(gone.toString());
                });
    }

    private static Cursor place(Waiting waiting) {
        return Cursor.of(
                waiting.parkedAt(), waiting.aggregateId(), waiting.source(), waiting.sequence(), waiting.collection());
    }

    private static WaitingQuery.@Nullable After after(@Nullable Cursor cursor) {
        return cursor == null
                ? null
                : new WaitingQuery.After(
                        cursor.instant(0), cursor.text(1), cursor.text(2), cursor.number(3), cursor.text(4));
    }
}
