package scot.fort.triage.screening;

import java.time.Clock;
import java.util.List;
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
        List<Aggregate<Screening>> due;
        long told;
        do {
            due = queue.alarming(clock.instant(), BATCH);
            told = due.stream().filter(this::tell).count();
        } while (due.size() == BATCH && told > 0);
    }

    private boolean tell(Aggregate<Screening> found) {
        Accepted<Screening, ScreeningEvent> alarmed = found.require().alarmed(clock.instant());
        try {
            return screenings.save(found, alarmed.state(), alarmed.events(), Cause.of("triage", ids));
        } catch (RuntimeException fault) {
            LOG.warn(
                    "The clock of {} waits for {}", found.id(), fault.getClass().getSimpleName());
            return false;
        }
    }
}
