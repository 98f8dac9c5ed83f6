/** How the directory is brought in, searched and corrected. */
@NullMarked
package scot.fort.allocation.directory.web;

import org.jspecify.annotations.NullMarked;
