package scot.fort.notification.correspondence;

import org.jspecify.annotations.Nullable;

/**
 * What came of handing a message to the mail server.
 *
 * @param fault none when it was taken
 */
public record Outcome(@Nullable DeliveryFault fault) {

    public static final Outcome TAKEN = new Outcome(null);
}
