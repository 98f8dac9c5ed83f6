package scot.fort.platform.lifecycle;

import java.util.List;
import java.util.Set;

/**
 * What an aggregate makes of a command. A refusal is a value; only faults are exceptions.
 *
 * @param <S> the state
 * @param <E> the domain events
 */
public sealed interface Decision<S, E> {

    /** The command was right: the state after it, and the events that leave with it. */
    record Accepted<S, E>(S state, List<E> events) implements Decision<S, E> {
        public Accepted {
            events = List.copyOf(events);
        }
    }

    /** The command was refused, and nothing changes. */
    record Refused<S, E>(Refusal refusal) implements Decision<S, E> {}

    static <S, E> Decision<S, E> accepted(S state, E event) {
        return new Accepted<>(state, List.of(event));
    }

    static <S, E> Decision<S, E> accepted(S state, List<E> events) {
        return new Accepted<>(state, events);
    }

    static <S, E> Decision<S, E> refused(Refusal refusal) {
        return new Refused<>(refusal);
    }

    /** Refused because of where the referral or the offer stands; the answer says what it may become from there. */
    static <S, E> Decision<S, E> illegal(String detail, Set<? extends Enum<?>> allowed) {
        return refused(Refusal.illegal(detail, allowed));
    }
}
