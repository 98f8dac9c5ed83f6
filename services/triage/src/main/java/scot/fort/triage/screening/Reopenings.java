package scot.fort.triage.screening;

import static scot.fort.triage.screening.Acting.SERVICE;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import scot.fort.platform.lifecycle.Decision;
import scot.fort.platform.lifecycle.Priority;
import scot.fort.platform.lifecycle.Progress;
import scot.fort.platform.sealing.Sealed;
import scot.fort.triage.screening.Judgements.ReopenCause;
import scot.fort.triage.screening.Judgements.Reopening;

/**
 * How screening begins again: a new round with a new clock, and the priority that somebody rated last, unless what was
 * corrected since makes rules ask for a more urgent one. Where other
 * children are being screened still, the claim goes on, and the clock that runs out sooner counts; one that stands still
 * for an answer about another child never does.
 */
record Reopenings(Screening screening, ClockPolicy clocks) {

    Decision.Accepted<Screening, ScreeningEvent> onRequest(
            String reason, @Nullable Sealed text, String by, Instant at) {
        return begin(
                reopening(ReopenCause.REOPENED, screening.known().childrenRefs(), reason, text, by, at),
                screening.rated().priority());
    }

    Decision.Accepted<Screening, ScreeningEvent> ofSome(List<String> children, String reason, String by, Instant at) {
        return begin(
                reopening(ReopenCause.REOPENED, children, reason, null, by, at),
                screening.rated().priority());
    }

    Decision.Accepted<Screening, ScreeningEvent> because(
            ReopenCause cause, List<String> children, String by, Instant at) {
        return begin(
                reopening(cause, children, null, null, by, at),
                screening.rated().priority());
    }

    /** @param receivedAt of the new submission */
    Decision.Accepted<Screening, ScreeningEvent> resubmitted(
            int submission, List<String> children, Instant receivedAt) {
        return begin(
                new Reopening(
                        nextRound(), submission, ReopenCause.RESUBMITTED, children, null, null, SERVICE, receivedAt),
                screening.rated().priority());
    }

    /** What a provider worries about is screened within a working day at most. */
    Decision.Accepted<Screening, ScreeningEvent> concernRaised(List<String> children, Sealed text, Instant at) {
        return begin(
                reopening(ReopenCause.CONCERN_RAISED, children, null, text, SERVICE, at),
                atLeastAmber(screening.rated().priority()));
    }

    Rating ratedForConcern(Instant at) {
        return rating(atLeastAmber(screening.rated().priority()), at);
    }

    private static Priority atLeastAmber(Priority priority) {
        return priority.compareTo(Priority.AMBER) > 0 ? Priority.AMBER : priority;
    }

    private Reopening reopening(
            ReopenCause cause,
            List<String> children,
            @Nullable String reason,
            @Nullable Sealed text,
            String by,
            Instant at) {
        return new Reopening(nextRound(), screening.progress().screened(), cause, children, reason, text, by, at);
    }

    private int nextRound() {
        return screening.progress().round() + 1;
    }

    private Decision.Accepted<Screening, ScreeningEvent> begin(Reopening reopening, Priority priority) {
        Rating rating = rating(priority, reopening.at());
        Progress after =
                screening.progress().reopened(reopening.round(), reopening.submission(), reopening.childrenRefs());
        Raise deferred = rating.deferred();
        Screening reopened = screening
                .with(after)
                .with(rating.deferring(null))
                .with(screening.judgements().with(reopening));
        List<ScreeningEvent> events = new ArrayList<>(List.of(new ScreeningEvent.Reopened(reopening, rating)));
        if (deferred == null) {
            return new Decision.Accepted<>(reopened, events);
        }
        Decision.Accepted<Screening, ScreeningEvent> raised = deferred.of(reopened, clocks, reopening.at());
        events.addAll(raised.events());
        return new Decision.Accepted<>(raised.state(), events);
    }

    private Rating rating(Priority priority, Instant from) {
        Rating before = screening.rated();
        if (screening.childrenToScreen().isEmpty()) {
            return before.with(priority, clocks.deadline(priority, from, List.of()));
        }
        Rating running = before.ratedAs(priority, clocks);
        Deadline fresh = clocks.deadline(priority, from, List.of());
        return running.isPaused() || fresh.isDueBefore(running.deadline()) ? before.with(priority, fresh) : running;
    }
}
