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
import scot.fort.platform.sealing.Opener;
import scot.fort.platform.service.Access;
import scot.fort.platform.service.AccessLog;
import scot.fort.platform.service.Restriction;
import scot.fort.platform.web.problem.ProblemException;
import scot.fort.platform.web.request.RequestContext;
import scot.fort.platform.web.security.Allow;
import scot.fort.platform.web.security.Caller;
import scot.fort.platform.web.security.Role;
import scot.fort.timeline.history.Histories;
import scot.fort.timeline.history.History;

/** Where a referral is, and was, at any time. */
@RestController
class TimelineController {

    private final Histories histories;
    private final TimelineAnswers answers;
    private final AccessLog accessLog;
    private final Clock clock;

    TimelineController(Histories histories, Opener opener, AccessLog accessLog, Clock clock) {
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
        Restriction reader = Restriction.on(caller);
        Aggregate<History> found = histories.find(id, reader, asOf).orElseThrow(ProblemException::notFound);
        History known = asKnownAt == null ? found.require() : found.require().asKnownAt(asKnownAt);
        if (!known.isReceived()) {
            throw ProblemException.notFound();
        }
        accessLog.record(
                caller,
                context,
                new Access(
                        id, "timeline", view.purpose(), found.require().header().outcome(caller.subject(), asOf)));
        return answers.of(
                id,
                known,
                view,
                other -> histories.find(other, reader, asOf).isPresent(),
                asOf,
                asKnownAt == null ? reached(found) : known.positions());
    }

    private static Map<String, Long> reached(Aggregate<History> found) {
        Map<String, Long> positions = new TreeMap<>();
        found.positions().forEach((source, position) -> positions.put(source, position.sequence()));
        return positions;
    }
}
