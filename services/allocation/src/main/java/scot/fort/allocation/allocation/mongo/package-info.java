/** Keeps allocations, one document per referral. */
@NullMarked
package scot.fort.allocation.allocation.mongo;

import org.jspecify.annotations.NullMarked;
