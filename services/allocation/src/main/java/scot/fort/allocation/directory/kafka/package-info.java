/** What the directory tells of places. */
@NullMarked
package scot.fort.allocation.directory.kafka;

import org.jspecify.annotations.NullMarked;
