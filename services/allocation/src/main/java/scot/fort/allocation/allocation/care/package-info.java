/** What happens by itself: offers expire, searches go on, places are given back. */
@NullMarked
package scot.fort.allocation.allocation.care;

import org.jspecify.annotations.NullMarked;
