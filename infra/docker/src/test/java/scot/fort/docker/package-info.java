/** Checks that what runs FORT in containers fits the tree that it runs. */
@NullMarked
package scot.fort.docker;

import org.jspecify.annotations.NullMarked;
