/** What the correspondence hears from the other services, and what it tells them. */
@NullMarked
package scot.fort.notification.correspondence.kafka;

import org.jspecify.annotations.NullMarked;
