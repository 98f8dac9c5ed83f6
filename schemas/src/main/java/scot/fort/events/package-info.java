/** The events of FORT: facts that services tell each other, as Avro records. */
@NullMarked
package scot.fort.events;

import org.jspecify.annotations.NullMarked;
