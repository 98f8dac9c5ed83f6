package scot.fort.platform.messaging.consume;

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
import scot.fort.platform.messaging.aggregate.Discarded;
import scot.fort.platform.messaging.aggregate.Parked;
import scot.fort.platform.messaging.aggregate.Position;

/**
 * Folds a batch's events of one referral into its aggregate, in memory. Per source, an event at or before the position
 * is a duplicate, the next one is applied or skipped, a later one is parked; what was parked is tried again after each
 * event that was applied, so that the write which brings a missing event in also releases those that waited for it.
 *
 * <p>A document has room for {@link #ROOM} bytes of them. Of the next one it is only noted where in the topic it is, and what its
 * source tells after that stays in the topic, which keeps it for ever: once it is read from there again, it is taken like
 * anything new, and what is known already is a duplicate.
 */
final class Fold<S, E> {

    /** Bytes, of the 16 MiB that a document may have; the state has the rest. */
    static final int ROOM = 4 << 20;

    private static final int FILLING = ROOM / 4;

    private final Aggregate<S> loaded;
    private final Folds<S, E> by;

    private @Nullable S state;
    private final Map<String, Position> positions;
    private final List<Parked> parked;
    private final List<Discarded> discarded;
    private final List<Caused<E>> events = new ArrayList<>();
    private boolean changed;

    Fold(Aggregate<S> loaded, Folds<S, E> by) {
        this.loaded = loaded;
        this.by = by;
        this.state = loaded.state();
        this.positions = new LinkedHashMap<>(loaded.positions());
        this.parked = new ArrayList<>(loaded.parked());
        this.discarded = new ArrayList<>(loaded.discarded());
    }

    /**
     * What waits is tried again first: whatever stood in its way may be over.
     *
     * @return null when the batch told nothing new
     */
    @Nullable Change<S, E> fold(List<Incoming> batch) {
        release();
        batch.forEach(this::take);
        return change();
    }

    /** @return null when nothing has changed */
    @Nullable Change<S, E> change() {
        return changed ? new Change<>(loaded, state, events, positions, parked, discarded) : null;
    }

    /** Keeps the events of a batch whose effect cannot be stored, so that nothing of them is lost. */
    Change<S, E> park(List<Incoming> batch, String obstacle) {
        for (Incoming incoming : batch) {
            if (incoming.sequence() > reached(incoming.source()).sequence() && !isParked(incoming)) {
                park(incoming, obstacle);
            }
        }
        return new Change<>(loaded, state, events, positions, parked);
    }

    /** Notes where the events of a batch are which not even wait in the document, since it has no room for them. */
    Change<S, E> leaveInTopic(List<Incoming> batch) {
        for (Incoming incoming : batch) {
            if (incoming.sequence() > reached(incoming.source()).sequence()
                    && !isParked(incoming)
                    && !isBehindOneLeftInTopic(incoming)) {
                parked.add(waiting(incoming, "").leftInTopic(incoming.place()));
                alarm("waiting-room-full", incoming);
            }
        }
        return new Change<>(loaded, state, events, positions, parked);
    }

    /** The last event of a source that needs nothing any more. */
    Position reached(String source) {
        return positions.getOrDefault(source, Position.START);
    }

    /** Whether its turn has come: all before it, of its source, need nothing any more. */
    boolean isNext(Parked waiting) {
        return waiting.sequence() == reached(waiting.source()).sequence() + 1;
    }

    /** Whether what is missing before it is all that holds it up. */
    boolean isFirstAfterGap(Parked waiting) {
        return !isNext(waiting)
                && parked.stream().noneMatch(other -> other.isBefore(waiting.source(), waiting.sequence()));
    }

    /** How many events wait. */
    int waiting() {
        return parked.size();
    }

    /** Tries the next event of its source again, it alone. @return why it still waits, or null when it does not */
    @Nullable String retry(Parked waiting) {
        if (waiting.isLeftInTopic()) {
            return waiting.reason();
        }
        String obstacle = attempt(Incoming.of(loaded.id(), waiting));
        if (obstacle == null) {
            parked.remove(waiting);
        } else {
            keep(waiting, obstacle);
        }
        return obstacle;
    }

    /** Lets it wait for another reason than so far. */
    void keep(Parked waiting, String obstacle) {
        if (!waiting.reason().equals(obstacle)) {
            parked.set(parked.indexOf(waiting), waiting.because(obstacle));
            changed = true;
            alarm("event-parked", waiting.source(), waiting.sequence(), waiting.type() + ": " + obstacle);
        }
    }

    /** Goes on without the next events of a source; what waits behind them is not tried yet. */
    void discard(Discarded without) {
        parked.removeIf(waiting -> waiting.source().equals(without.source()) && waiting.sequence() <= without.to());
        String eventId = without.eventId();
        positions.put(without.source(), new Position(without.to(), eventId == null ? "" : eventId));
        discarded.add(without);
        changed = true;
    }

    private void take(Incoming incoming) {
        if (isBehindOneLeftInTopic(incoming)) {
            return;
        }
        parked.removeIf(left -> left.isLeftInTopic() && left.is(incoming.source(), incoming.sequence()));
        Position reached = reached(incoming.source());
        if (incoming.sequence() <= reached.sequence()) {
            if (wasGivenUp(incoming)) {
                alarm("given-up-event-came", incoming);
            } else if (incoming.sequence() == reached.sequence()
                    && !incoming.eventId().equals(reached.eventId())) {
                alarm("sequence-used-twice", incoming);
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
        SpecificRecord event = by.decoder().decode(incoming.topic(), incoming.payload());
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
                        caused, Cause.reactionOf(by.service(), Reactions.metadata(event), incoming.traceparent())));
            }
            case Reacted.Skipped<S, E>() -> {}
        }
        positions.put(incoming.source(), new Position(incoming.sequence(), incoming.eventId()));
        changed = true;
        return null;
    }

    private Reacted<S, E> react(SpecificRecord event) {
        try {
            return by.reactions().react(state, event);
        } catch (RuntimeException fault) {
            if (EventDecoder.isPassing(fault)) {
                throw fault;
            }
            return Reacted.impossible("fault: " + fault.getClass().getSimpleName());
        }
    }

    /** Tries again whatever waits and is the next of its source, and what that frees. */
    void release() {
        for (int i = 0; i < parked.size(); i++) {
            Parked waiting = parked.get(i);
            if (isNext(waiting) && retry(waiting) == null) {
                i = -1;
            }
        }
    }

    private boolean wasGivenUp(Incoming incoming) {
        return discarded.stream().anyMatch(without -> without.gaveUp(incoming.source(), incoming.sequence()));
    }

    private boolean isParked(Incoming incoming) {
        for (Parked waiting : parked) {
            if (waiting.is(incoming.source(), incoming.sequence())) {
                if (!waiting.eventId().equals(incoming.eventId())) {
                    alarm("sequence-used-twice", incoming);
                }
                return true;
            }
        }
        return false;
    }

    private void park(Incoming incoming, String reason) {
        if (isBehindOneLeftInTopic(incoming)) {
            return;
        }
        Parked waiting = waiting(incoming, reason);
        int before = size();
        int after = before + waiting.size();
        parked.add(after <= ROOM ? waiting : waiting.leftInTopic(incoming.place()));
        changed = true;
        alarm("event-parked", incoming.source(), incoming.sequence(), incoming.type() + ": " + reason);
        if (after > ROOM) {
            alarm("waiting-room-full", incoming);
        } else if (before <= FILLING && after > FILLING) {
            alarm("waiting-room-filling", incoming);
        }
    }

    private Parked waiting(Incoming incoming, String reason) {
        return incoming.parked(by.parkedId(incoming), reason, by.clock().instant());
    }

    private boolean isBehindOneLeftInTopic(Incoming incoming) {
        return parked.stream()
                .anyMatch(left -> left.isLeftInTopic() && left.isBefore(incoming.source(), incoming.sequence()));
    }

    private int size() {
        return parked.stream().mapToInt(Parked::size).sum();
    }

    private void alarm(String code, Incoming incoming) {
        alarm(code, incoming.source(), incoming.sequence(), incoming.type());
    }

    private void alarm(String code, String source, long sequence, String detail) {
        by.alarms().raise(code, loaded.id(), source + " " + sequence + " " + detail);
    }
}
