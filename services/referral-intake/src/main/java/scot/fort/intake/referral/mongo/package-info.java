/** Where referrals are kept. */
@NullMarked
package scot.fort.intake.referral.mongo;

import org.jspecify.annotations.NullMarked;
