/** Breaks each rule of the house once, so that each is seen to fail. */
@NullMarked
package scot.fort.broken.screening;

import org.jspecify.annotations.NullMarked;
