package scot.fort.notification.correspondence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One try to send a message.
 *
 * @param fault a code; none while the attempt is under way or when it succeeded
 */
public record Attempt(Instant at, @Nullable String fault) {}
