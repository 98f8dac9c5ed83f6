package scot.fort.triage.screening.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import scot.fort.platform.lifecycle.Decision;
import scot.fort.platform.messaging.Cause;
import scot.fort.platform.messaging.aggregate.Aggregate;
import scot.fort.platform.messaging.aggregate.AggregateStore;
import scot.fort.platform.service.Restriction;
import scot.fort.triage.screening.Desk;
import scot.fort.triage.screening.HandOverScreening;
import scot.fort.triage.screening.Queue;
import scot.fort.triage.screening.QueueQuery;
import scot.fort.triage.screening.Screening;
import scot.fort.triage.screening.ScreeningEvent;

/**
 * Takes all that a screener holds from them. Each screening is a write of its own, so what is interrupted is to be sent
 * again, which leaves alone what was done.
 */
@Component
class HandOver {

    private static final int AT_ONCE = 100;
    private static final int MOST_ATTEMPTS = 5;

    private final Queue queue;
    private final AggregateStore<Screening, ScreeningEvent> screenings;
    private final Desk desk;
    private final Clock clock;

    HandOver(Queue queue, AggregateStore<Screening, ScreeningEvent> screenings, Desk desk, Clock clock) {
        this.queue = queue;
        this.screenings = screenings;
        this.desk = desk;
        this.clock = clock;
    }

    /** @param manager who hands over */
    HandOverResponse of(HandOverScreening command, Restriction manager, Cause cause) {
        Instant now = clock.instant();
        List<Aggregate<Screening>> held = queue.list(
                new QueueQuery(Screening.IN_QUEUE, Set.of(), Set.of(), Set.of(), command.from(), manager),
                now,
                null,
                AT_ONCE + 1);
        return new HandOverResponse(
                held.stream()
                        .limit(AT_ONCE)
                        .map(found -> new HandOverResponse.HandedOver(
                                found.id(),
                                found.require().known().reference(),
                                found.require().rated().priority(),
                                handOver(found, command, manager.reader(), cause)))
                        .toList(),
                held.size() > AT_ONCE,
                now);
    }

    private HandOverResult handOver(
            Aggregate<Screening> found, HandOverScreening command, String manager, Cause cause) {
        Aggregate<Screening> latest = found;
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            Instant now = clock.instant();
            if (!latest.require().isClaimedBy(command.from(), now)) {
                return HandOverResult.NO_LONGER_HELD;
            }
            if (!(desk.carryOut(command, latest.require(), manager, now)
                    instanceof Decision.Accepted<Screening, ScreeningEvent>(var handedOver, var events))) {
                return HandOverResult.NOT_GRANTED;
            }
            if (screenings.save(latest, handedOver, events, cause)) {
                return command.to() == null ? HandOverResult.RETURNED_TO_QUEUE : HandOverResult.HANDED_OVER;
            }
            latest = screenings.find(found.id()).orElse(latest);
        }
        return HandOverResult.BUSY;
    }
}
