/** A service next door, which no other may know. */
@NullMarked
package scot.fort.neighbour;

import org.jspecify.annotations.NullMarked;
