package scot.fort.triage.screening;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import scot.fort.platform.lifecycle.Decision.Accepted;
import scot.fort.platform.messaging.Cause;
import scot.fort.platform.messaging.Ids;
import scot.fort.platform.messaging.aggregate.Aggregate;
import scot.fort.platform.messaging.aggregate.AggregateStore;

/**
 * Tells of the clocks that run out. Any number of instances may: what is told is kept with the screening in the one write
 * that tells it, so of two that want to tell the same the second finds that it has been. After an outage it tells what
 * has run out meanwhile.
 */
public final class ClockWatch {

    private static final Logger LOG = LoggerFactory.getLogger(ClockWatch.class);
    private static final int BATCH = 100;

    private final Queue queue;
    private final AggregateStore<Screening, ScreeningEvent> screenings;
    private final Clock clock;
    private final Ids ids;

    public ClockWatch(Queue queue, AggregateStore<Screening, ScreeningEvent> screenings, Clock clock, Ids ids) {
        this.queue = queue;
        this.screenings = screenings;
        this.clock = clock;
        this.ids = ids;
    }

    /** Tells all that is due; what fails is due again the next time, and holds up no other. */
    public void tellAllDue() {
        Instant now = clock.instant();
        Set<String> left = new HashSet<>();
        List<Aggregate<Screening>> due;
        do {
            due = queue.alarming(now, BATCH + left.size()).stream()
                    .filter(found -> !left.contains(found.id()))
                    .toList();
            due.stream().filter(found -> !tell(found, now)).forEach(found -> left.add(found.id()));
        } while (!due.isEmpty());
    }

    private boolean tell(Aggregate<Screening> found, Instant now) {
        Accepted<Screening, ScreeningEvent> alarmed = found.require().alarmed(now);
        try {
            return screenings.save(found, alarmed.state(), alarmed.events(), Cause.of(Acting.SERVICE, ids));
        } catch (RuntimeException fault) {
            LOG.warn(
                    "The clock of {} waits for {}", found.id(), fault.getClass().getSimpleName());
            return false;
        }
    }
}
