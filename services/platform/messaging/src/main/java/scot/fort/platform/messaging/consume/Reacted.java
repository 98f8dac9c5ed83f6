package scot.fort.platform.messaging.consume;

import java.util.List;

/** What came of an event. */
public sealed interface Reacted<S, E> {

    /** The state changed; the events leave in the same write. */
    record Applied<S, E>(S state, List<E> events) implements Reacted<S, E> {}

    /** The event says nothing here; the position alone moves. */
    record Skipped<S, E>() implements Reacted<S, E> {}

    /** The state cannot take the event; it waits, and with it all that follows from its source. */
    record Impossible<S, E>(String reason) implements Reacted<S, E> {}

    static <S, E> Reacted<S, E> applied(S state) {
        return new Applied<>(state, List.of());
    }

    static <S, E> Reacted<S, E> applied(S state, List<E> events) {
        return new Applied<>(state, events);
    }

    static <S, E> Reacted<S, E> skipped() {
        return new Skipped<>();
    }

    static <S, E> Reacted<S, E> impossible(String reason) {
        return new Impossible<>(reason);
    }
}
