package scot.fort.triage.screening.web;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.springframework.stereotype.Component;
import scot.fort.platform.lifecycle.Decision;
import scot.fort.platform.messaging.Cause;
import scot.fort.platform.messaging.aggregate.Aggregate;
import scot.fort.platform.messaging.aggregate.AggregateStore;
import scot.fort.platform.service.Handled;
import scot.fort.platform.web.concurrency.Version;
import scot.fort.platform.web.problem.Problem;
import scot.fort.platform.web.problem.ProblemException;
import scot.fort.triage.screening.ClaimScreening;
import scot.fort.triage.screening.Desk;
import scot.fort.triage.screening.Queue;
import scot.fort.triage.screening.QueueQuery;
import scot.fort.triage.screening.Screening;
import scot.fort.triage.screening.ScreeningEvent;

/**
 * Claims the most urgent screening that is free. Of several who reach for the same one, the guard of its version lets one.
 * None is passed over because something else about it changed meanwhile.
 */
@Component
class ClaimNext {

    private static final int CANDIDATES = 8;
    private static final int MOST_ATTEMPTS = 50;
    private static final Duration BUSY = Duration.ofSeconds(1);

    private final AggregateStore<Screening, ScreeningEvent> screenings;
    private final Queue queue;
    private final Desk desk;
    private final Clock clock;

    ClaimNext(AggregateStore<Screening, ScreeningEvent> screenings, Queue queue, Desk desk, Clock clock) {
        this.screenings = screenings;
        this.queue = queue;
        this.desk = desk;
        this.clock = clock;
    }

    /**
     * Claims for a screener.
     *
     * @param look logs that they see it; asked for before it is claimed, as where a certain one is claimed
     * @return none when there is nothing to claim
     */
    Optional<Handled<Screening>> claim(
            QueueQuery query, String screener, Cause cause, BiConsumer<String, Screening> look) {
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            List<Aggregate<Screening>> candidates = queue.free(query, clock.instant(), CANDIDATES);
            if (candidates.isEmpty()) {
                return Optional.empty();
            }
            for (Aggregate<Screening> candidate : candidates) {
                if (!(desk.carryOut(new ClaimScreening(), candidate.require(), screener, clock.instant())
                        instanceof Decision.Accepted<Screening, ScreeningEvent>(var claimed, var events))) {
                    continue;
                }
                look.accept(candidate.id(), candidate.require());
                if (screenings.save(candidate, claimed, events, cause)) {
                    return Optional.of(new Handled<>(candidate.id(), new Version(candidate.version() + 1), claimed));
                }
                if (isFreeStill(candidate.id())) {
                    break;
                }
            }
        }
        throw new ProblemException(Problem.busy(BUSY));
    }

    private boolean isFreeStill(String id) {
        return screenings
                .find(id)
                .filter(found -> found.require().claimedBy(clock.instant()) == null)
                .isPresent();
    }
}
