/** An adapter that breaks rules. */
@NullMarked
package scot.fort.broken.screening.web;

import org.jspecify.annotations.NullMarked;
