/** The services that support families, and their places: what each gives, to whom, and how much room it has. */
@NullMarked
package scot.fort.allocation.directory;

import org.jspecify.annotations.NullMarked;
