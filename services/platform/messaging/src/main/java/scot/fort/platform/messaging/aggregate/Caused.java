package scot.fort.platform.messaging.aggregate;

import java.util.List;
import scot.fort.platform.messaging.Cause;

/** A domain event and what caused it; in one write, events of several causes may come together. */
public record Caused<E>(E event, Cause cause) {

    public static <E> List<Caused<E>> all(List<? extends E> events, Cause cause) {
        return events.stream().map(event -> new Caused<E>(event, cause)).toList();
    }
}
