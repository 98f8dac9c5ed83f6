/**
 * Who looked at a referral, in whichever service: every read is told on the topic of accesses, and kept here so that the page
 * of a case can show the last ones. What is kept names members of staff, and says nothing of the family; an erasure leaves it.
 */
@NullMarked
package scot.fort.triage.access;

import org.jspecify.annotations.NullMarked;
