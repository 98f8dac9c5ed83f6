/** Sends what the outboxes hold, in order per aggregate, and removes what the broker has acknowledged. */
@NullMarked
package scot.fort.platform.messaging.relay;

import org.jspecify.annotations.NullMarked;
