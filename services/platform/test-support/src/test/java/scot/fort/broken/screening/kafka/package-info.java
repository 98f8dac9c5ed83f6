/** An adapter that breaks rules. */
@NullMarked
package scot.fort.broken.screening.kafka;

import org.jspecify.annotations.NullMarked;
