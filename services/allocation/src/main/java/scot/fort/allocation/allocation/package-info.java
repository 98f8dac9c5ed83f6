/** The search for support for one referral: the decision it follows, the offers made, and what came of them. */
@NullMarked
package scot.fort.allocation.allocation;

import org.jspecify.annotations.NullMarked;
