/** An adapter that breaks rules. */
@NullMarked
package scot.fort.broken.screening.mongo;

import org.jspecify.annotations.NullMarked;
