package scot.fort.timeline.history.web;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import scot.fort.platform.messaging.aggregate.Aggregate;
import scot.fort.platform.messaging.aggregate.AggregateStore;
import scot.fort.platform.sealing.Opener;
import scot.fort.platform.service.AccessLog;
import scot.fort.platform.web.problem.ProblemException;
import scot.fort.platform.web.request.RequestContext;
import scot.fort.platform.web.security.Allow;
import scot.fort.platform.web.security.Caller;
import scot.fort.platform.web.security.Role;
import scot.fort.timeline.history.History;

/** Where a referral is, and was, at any time. */
@RestController
class TimelineController {

    private final AggregateStore<History, Void> histories;
    private final TimelineAnswers answers;
    private final AccessLog accessLog;
    private final Clock clock;

    TimelineController(AggregateStore<History, Void> histories, Opener opener, AccessLog accessLog, Clock clock) {
        this.histories = histories;
        this.answers = new TimelineAnswers(new Sentences(), new OpenedTexts(opener));
        this.accessLog = accessLog;
        this.clock = clock;
    }

    /**
     * The history of a referral.
     *
     * @param asKnownAt shows only what had been recorded by then, and the status that it gave
     */
    @GetMapping("/v1/timelines/{referralId}")
    @Allow({Role.SCREENER, Role.COORDINATOR, Role.AUDITOR, Role.PARTNERSHIP_MANAGER})
    TimelineResponse timeline(
            @PathVariable UUID referralId,
            @RequestParam(required = false) @Nullable Instant asKnownAt,
            Caller caller,
            RequestContext context) {
        Instant asOf = clock.instant();
        View view = View.of(caller);
        String id = referralId.toString();
        Aggregate<History> found = histories
                .find(id)
                .filter(aggregate -> isVisible(aggregate.require(), view))
                .orElseThrow(ProblemException::notFound);
        History known = asKnownAt == null ? found.require() : found.require().asKnownAt(asKnownAt);
        if (!known.isReceived()) {
            throw ProblemException.notFound();
        }
        accessLog.record(caller, context, id, "timeline", view.purpose());
        return answers.of(id, known, view, asOf, asKnownAt == null ? reached(found) : known.positions());
    }

    /** Whether it is restricted is not known before its receipt is, so until then nobody sees it. */
    private static boolean isVisible(History history, View view) {
        return history.isReceived() && (view.restricted() || !history.header().restricted());
    }

    private static Map<String, Long> reached(Aggregate<History> found) {
        Map<String, Long> positions = new TreeMap<>();
        found.positions().forEach((source, position) -> positions.put(source, position.sequence()));
        return positions;
    }
}
