package scot.fort.platform.messaging.consume;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import scot.fort.platform.messaging.Cause;
import scot.fort.platform.messaging.aggregate.Aggregate;
import scot.fort.platform.messaging.aggregate.Caused;
import scot.fort.platform.messaging.aggregate.Change;
import scot.fort.platform.messaging.aggregate.Parked;
import scot.fort.platform.messaging.aggregate.Position;

/**
 * Folds a batch's events of one referral into its aggregate, in memory. Per source, an event at or before the position
 * is a duplicate, the next one is applied or skipped, a later one is parked; what was parked is tried again after each
 * event that was applied, so that the write which brings a missing event in also releases those that waited for it.
 */
final class Fold<S, E> {

    private final Aggregate<S> loaded;
    private final String service;
    private final Reactions<S, E> reactions;
    private final EventDecoder decoder;
    private final Alarms alarms;
    private final Clock clock;

    private @Nullable S state;
    private final Map<String, Position> positions;
    private final List<Parked> parked;
    private final List<Caused<E>> events = new ArrayList<>();
    private boolean changed;

    Fold(
            Aggregate<S> loaded,
            String service,
            Reactions<S, E> reactions,
            EventDecoder decoder,
            Alarms alarms,
            Clock clock) {
        this.loaded = loaded;
        this.service = service;
        this.reactions = reactions;
        this.decoder = decoder;
        this.alarms = alarms;
        this.clock = clock;
        this.state = loaded.state();
        this.positions = new LinkedHashMap<>(loaded.positions());
        this.parked = new ArrayList<>(loaded.parked());
    }

    /**
     * What waits is tried again first: whatever stood in its way may be over.
     *
     * @return null when the batch told nothing new
     */
    @Nullable Change<S, E> fold(List<Incoming> batch) {
        release();
        batch.forEach(this::take);
        return changed ? new Change<>(loaded, state, events, positions, parked) : null;
    }

    /** Keeps the events of a batch whose effect cannot be stored, so that nothing of them is lost. */
    Change<S, E> park(List<Incoming> batch, String obstacle) {
        for (Incoming incoming : batch) {
            Position reached = positions.getOrDefault(incoming.source(), Position.START);
            if (incoming.sequence() > reached.sequence() && !isParked(incoming)) {
                park(incoming, obstacle);
            }
        }
        return new Change<>(loaded, state, events, positions, parked);
    }

    private void take(Incoming incoming) {
        Position reached = positions.getOrDefault(incoming.source(), Position.START);
        if (incoming.sequence() <= reached.sequence()) {
            if (incoming.sequence() == reached.sequence() && !incoming.eventId().equals(reached.eventId())) {
                alarmTwins(incoming);
            }
        } else if (isParked(incoming)) {
            return;
        } else if (incoming.sequence() == reached.sequence() + 1) {
            String obstacle = attempt(incoming);
            if (obstacle == null) {
                release();
            } else {
                park(incoming, obstacle);
            }
        } else {
            park(incoming, "gap");
        }
    }

    /** Applies or skips an event that is next in line. @return why it cannot be, or null when it was */
    private @Nullable String attempt(Incoming incoming) {
        SpecificRecord event = decoder.decode(incoming.topic(), incoming.payload());
        if (event == null) {
            return "unreadable";
        }
        switch (react(event)) {
            case Reacted.Impossible<S, E>(String reason) -> {
                return reason;
            }
            case Reacted.Applied<S, E>(S next, List<E> caused) -> {
                state = next;
                events.addAll(Caused.all(
                        caused, Cause.reactionOf(service, Reactions.metadata(event), incoming.traceparent())));
            }
            case Reacted.Skipped<S, E>() -> {}
        }
        positions.put(incoming.source(), new Position(incoming.sequence(), incoming.eventId()));
        changed = true;
        return null;
    }

    private Reacted<S, E> react(SpecificRecord event) {
        try {
            return reactions.react(state, event);
        } catch (RuntimeException fault) {
            if (EventDecoder.isPassing(fault)) {
                throw fault;
            }
            return Reacted.impossible("fault: " + fault.getClass().getSimpleName());
        }
    }

    private void release() {
        for (int i = 0; i < parked.size(); i++) {
            Parked waiting = parked.get(i);
            Position reached = positions.getOrDefault(waiting.source(), Position.START);
            if (waiting.sequence() == reached.sequence() + 1 && attempt(Incoming.of(loaded.id(), waiting)) == null) {
                parked.remove(i);
                i = -1;
            }
        }
    }

    private boolean isParked(Incoming incoming) {
        for (Parked waiting : parked) {
            if (waiting.source().equals(incoming.source()) && waiting.sequence() == incoming.sequence()) {
                if (!waiting.eventId().equals(incoming.eventId())) {
                    alarmTwins(incoming);
                }
                return true;
            }
        }
        return false;
    }

    private void park(Incoming incoming, String reason) {
        parked.add(incoming.parked(reason, clock.instant()));
        changed = true;
        alarms.raise(
                "event-parked",
                loaded.id(),
                incoming.source() + " " + incoming.sequence() + " " + incoming.type() + ": " + reason);
    }

    private void alarmTwins(Incoming incoming) {
        alarms.raise(
                "sequence-used-twice",
                loaded.id(),
                incoming.source() + " " + incoming.sequence() + " " + incoming.type());
    }
}
