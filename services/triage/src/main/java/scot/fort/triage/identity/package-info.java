/**
 * Who is whom across referrals: of each child what it can be found again by, whom of earlier referrals it may be, and what
 * screeners say of that.
 *
 * <p>Every child of every referral has a {@code childId} of its own from the start, made from the referral and the child's
 * ref. Children whom screeners confirm to be one go by the id of the one received first; which are one follows from the
 * confirmed matches alone, in whatever order they came. So undoing a match gives back exactly what was before it.
 *
 * <p>Topics in: intake. Topics out: child.
 */
@NullMarked
package scot.fort.triage.identity;

import org.jspecify.annotations.NullMarked;
