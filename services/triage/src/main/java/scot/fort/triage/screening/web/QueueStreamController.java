package scot.fort.triage.screening.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import scot.fort.platform.lifecycle.Lane;
import scot.fort.platform.lifecycle.Priority;
import scot.fort.platform.lifecycle.Status;
import scot.fort.platform.messaging.aggregate.AggregateStore;
import scot.fort.platform.service.Restriction;
import scot.fort.platform.web.problem.Problem;
import scot.fort.platform.web.problem.ProblemException;
import scot.fort.platform.web.security.Admission;
import scot.fort.platform.web.security.Allow;
import scot.fort.platform.web.security.Caller;
import scot.fort.platform.web.security.Role;
import scot.fort.triage.board.Follower;
import scot.fort.triage.board.Following;
import scot.fort.triage.board.Missed;
import scot.fort.triage.board.NotFollowedException;
import scot.fort.triage.screening.QueueQuery;
import scot.fort.triage.screening.Screening;
import scot.fort.triage.screening.ScreeningEvent;
import tools.jackson.databind.json.JsonMapper;

/**
 * The queue for whoever wants to go on seeing it, a screen on the wall above all. The thread of the request writes the
 * answer for as long as it goes on: a virtual one costs next to nothing, and whoever does not read blocks only that.
 */
@RestController
class QueueStreamController {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(10);
    private static final Duration LONGEST_ABSENCE = Duration.ofHours(1);

    private final Following following;
    private final Missed missed;
    private final Seats seats;
    private final JsonMapper json;
    private final Duration heartbeat;
    private final Clock clock;

    QueueStreamController(
            Following following,
            AggregateStore<Screening, ScreeningEvent> screenings,
            StreamProperties properties,
            JsonMapper json,
            Clock clock) {
        this.following = following;
        this.missed = new Missed(screenings);
        this.seats = new Seats(properties.mostFollowers(), properties.mostOfOne());
        this.json = json;
        this.heartbeat = properties.heartbeat();
        this.clock = clock;
    }

    /**
     * The open ones, or some of them, and then each change. Each filter may name several codes, divided by commas.
     *
     * @param assignee who has claimed it
     * @param lastEventId of the last event that the caller was told before they were cut
     */
    @GetMapping(path = "/v1/queue/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Allow(Role.SCREENER)
    void follow(
            @RequestParam(defaultValue = "") Set<Status> status,
            @RequestParam(defaultValue = "") Set<Priority> priority,
            @RequestParam(defaultValue = "") Set<Lane> lane,
            @RequestParam(defaultValue = "") Set<String> ward,
            @RequestParam(required = false) @Nullable String assignee,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
            Caller caller,
            Admission admission,
            HttpServletResponse response)
            throws IOException {
        QueueQuery query = new QueueQuery(open(status), priority, lane, ward, assignee, Restriction.on(caller));
        if (!seats.take(caller.subject())) {
            throw new ProblemException(Problem.busy(RETRY_AFTER));
        }
        try (Follower follower = following.follow()) {
            stream(new QueueView(caller, query), follower, lastEventId, admission.until(), response);
        } catch (NotFollowedException away) {
            throw new ProblemException(Problem.unavailable(RETRY_AFTER));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            seats.giveBack(caller.subject());
        }
    }

    private void stream(
            QueueView view,
            Follower follower,
            @Nullable String lastEventId,
            Instant until,
            HttpServletResponse response)
            throws IOException, InterruptedException {
        Instant since = since(lastEventId, view, clock.instant());
        Optional<Missed.Changes> changes = since == null ? Optional.empty() : missed.since(since, follower.rows());
        QueueStream stream = new QueueStream(view, follower, EventStream.open(response, json));
        if (since != null && changes.isPresent()) {
            stream.resume(since, changes.get());
        } else {
            stream.beginAnew();
        }
        stream.goOn(clock, heartbeat, until);
    }

    /** Until when the reader has been told; nothing where they have to be told all anew. */
    private static @Nullable Instant since(@Nullable String lastEventId, QueueView view, Instant now) {
        return EventId.read(lastEventId)
                .filter(EventId::resumes)
                .filter(id -> id.mark().equals(view.mark()))
                .map(EventId::at)
                .filter(at -> at.isAfter(now.minus(LONGEST_ABSENCE)))
                .orElse(null);
    }

    private static Set<Status> open(Set<Status> asked) {
        if (!Screening.IN_QUEUE.containsAll(asked)) {
            throw new ProblemException(
                    Problem.invalid("/status", "out-of-range", "Only screenings that are open can be followed."));
        }
        return asked.isEmpty() ? Screening.IN_QUEUE : asked;
    }
}
