/** Turns events into entries of a history, by their schemas alone: a new event type needs nothing here. */
@NullMarked
package scot.fort.timeline.history.avro;

import org.jspecify.annotations.NullMarked;
