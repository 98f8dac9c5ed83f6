package scot.fort.platform.messaging.aggregate;

import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * By which clock documents are dated, and when.
 *
 * @param everyWrite whether also when the state stays as it was
 */
record Dating(Clock clock, boolean everyWrite) {

    boolean concerns(@Nullable Object before, Object after) {
        return everyWrite || !after.equals(before);
    }
}
