/** Referrals as rows of CSV: one row is one referral, whose columns bear the paths of the JSON. */
@NullMarked
package scot.fort.intake.batch.csv;

import org.jspecify.annotations.NullMarked;
