/** An aggregate's state and the events that it still has to send: one document, changed by one write. */
@NullMarked
package scot.fort.platform.messaging.aggregate;

import org.jspecify.annotations.NullMarked;
