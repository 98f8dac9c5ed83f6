/**
 * A referral as intake knows it: how it was sent, where it stands, and what its referrer may do with it. Nothing personal
 * is in clear here.
 */
@NullMarked
package scot.fort.intake.referral;

import org.jspecify.annotations.NullMarked;
