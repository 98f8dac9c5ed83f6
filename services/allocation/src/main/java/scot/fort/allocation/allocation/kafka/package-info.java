/** What allocations hear from intake and triage, and what they tell. */
@NullMarked
package scot.fort.allocation.allocation.kafka;

import org.jspecify.annotations.NullMarked;
