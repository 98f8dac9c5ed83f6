/** Seals what people write, under the referral's own key. */
@NullMarked
package scot.fort.allocation.allocation.sealing;

import org.jspecify.annotations.NullMarked;
