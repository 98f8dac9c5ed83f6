/**
 * The history of one referral: every event that any service has told of it, and what follows from them. It is a function
 * of the set of those events alone, so that a history which is built again equals the one it replaces.
 */
@NullMarked
package scot.fort.timeline.history;

import org.jspecify.annotations.NullMarked;
