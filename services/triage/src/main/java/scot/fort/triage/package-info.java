/**
 * The screening hub's work: a queue with the most urgent first and clocks on the working calendar, one screener per
 * referral, and decisions that stand up later.
 *
 * <p>Topics in: intake, allocation; access, which tells who read a record in whichever service. Topics out: triage; child, what
 * is said of who is whom; access, one event for each read of a record. It may touch only its own database, and opens sealed
 * content only to answer an authorised request, and to take the hashes by which a child is found again.
 */
@NullMarked
package scot.fort.triage;

import org.jspecify.annotations.NullMarked;
