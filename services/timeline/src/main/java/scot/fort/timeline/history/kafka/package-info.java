/** Hears what the four services tell, and keeps all of it. */
@NullMarked
package scot.fort.timeline.history.kafka;

import org.jspecify.annotations.NullMarked;
