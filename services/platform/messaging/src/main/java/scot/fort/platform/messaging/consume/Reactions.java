package scot.fort.platform.messaging.consume;

import java.util.HashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import scot.fort.events.common.EventMetadata;

/** Which event a consumer reacts to and how; all others are skipped. */
public final class Reactions<S, E> {

    private final Map<Class<? extends SpecificRecord>, Reaction<S, E, ?>> byType = new HashMap<>();
    private @Nullable Reaction<S, E, SpecificRecord> otherwise;

    public <T extends SpecificRecord> Reactions<S, E> on(Class<T> type, Reaction<S, E, T> reaction) {
        byType.put(type, reaction);
        return this;
    }

    /** For a consumer that keeps every event, such as the timeline. */
    public Reactions<S, E> onAnyOther(Reaction<S, E, SpecificRecord> reaction) {
        otherwise = reaction;
        return this;
    }

    Reacted<S, E> react(@Nullable S state, SpecificRecord event) {
        Reaction<S, E, ?> reaction = byType.getOrDefault(event.getClass(), otherwise);
        return reaction == null ? Reacted.skipped() : apply(reaction, state, event);
    }

    @SuppressWarnings("unchecked") // on() ties each reaction to the class it is found under
    private <T extends SpecificRecord> Reacted<S, E> apply(
            Reaction<S, E, T> reaction, @Nullable S state, SpecificRecord event) {
        return reaction.to(state, (T) event, metadata(event));
    }

    /** The first field of every event. */
    static EventMetadata metadata(SpecificRecord event) {
        return (EventMetadata) event.get(0);
    }
}
