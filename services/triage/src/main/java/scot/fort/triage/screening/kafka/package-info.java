/** What the hub hears from intake and allocation, and the form in which it tells its own events. */
@NullMarked
package scot.fort.triage.screening.kafka;

import org.jspecify.annotations.NullMarked;
