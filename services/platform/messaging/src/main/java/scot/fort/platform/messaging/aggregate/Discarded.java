package scot.fort.platform.messaging.aggregate;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That a person let an aggregate go on without some events of a source. It stays in the document: what the state is follows
 * from the events and from this.
 *
 * @param from the first sequence given up
 * @param to the last one; {@code from} but where several are missing
 * @param eventId of the parked event that was discarded; absent where what is given up never came
 * @param type its type, as it was parked
 * @param obstacle why it was parked
 * @param reason a code
 * @param by the subject of the operator's token
 */
public record Discarded(
        String source,
        long from,
        long to,
        @Nullable String eventId,
        @Nullable String type,
        String obstacle,
        String reason,
        String by,
        Instant at) {

    /** Whether it stands for an event that had not come by then. */
    public boolean gaveUp(String ofSource, long sequence) {
        return eventId == null && source.equals(ofSource) && from <= sequence && sequence <= to;
    }
}
