/** Copies of the schemas as each release had them, and what they demand of every schema that follows. */
@NullMarked
package scot.fort.events.release;

import org.jspecify.annotations.NullMarked;
