package scot.fort.triage.screening;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import scot.fort.platform.lifecycle.Priority;

/** The alarms that were raised; of one clock each is raised once. */
public record Alarms(List<Raised> raised) {

    /**
     * One of them. A clock is the time that a priority gives from a start: it goes on as the same through a hold and into a
     * new round that does not begin it anew, and is there again when a priority is given back.
     *
     * @param receivedAt where the clock starts
     */
    public record Raised(Alarm alarm, Priority priority, Instant receivedAt) {
        private static Raised of(Alarm alarm, Rating rating) {
            return new Raised(alarm, rating.priority(), rating.deadline().receivedAt());
        }
    }

    public Alarms {
        raised = List.copyOf(raised);
    }

    static Alarms none() {
        return new Alarms(List.of());
    }

    /** When the next has to be raised; {@link QueuePlace#NEVER} where none has, as things are. */
    Instant nextAt(Rating rating) {
        return open(rating)
                .flatMap(alarm -> rating.reaches(alarm).stream())
                .min(Comparator.naturalOrder())
                .orElse(QueuePlace.NEVER);
    }

    /**
     * Those that have to be raised. A clock that has run out altogether, unnoticed or because of another priority, is
     * said to be at risk nonetheless: those who are told of that learn nothing else.
     */
    List<Alarm> due(Rating rating, Instant now) {
        return open(rating).filter(alarm -> rating.isReached(alarm, now)).toList();
    }

    Alarms with(List<Alarm> more, Rating rating) {
        List<Raised> all = new ArrayList<>(raised);
        more.forEach(alarm -> all.add(Raised.of(alarm, rating)));
        return new Alarms(all);
    }

    private Stream<Alarm> open(Rating rating) {
        return Arrays.stream(Alarm.values()).filter(alarm -> !raised.contains(Raised.of(alarm, rating)));
    }
}
