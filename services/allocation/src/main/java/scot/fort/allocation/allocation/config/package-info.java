/** Puts allocation together, with its settings and what it does by itself. */
@NullMarked
package scot.fort.allocation.allocation.config;

import org.jspecify.annotations.NullMarked;
