/** Keeps the directory, one document per service. */
@NullMarked
package scot.fort.allocation.directory.mongo;

import org.jspecify.annotations.NullMarked;
