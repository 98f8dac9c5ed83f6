/**
 * Random clients of two organisations send referrals to two instances of intake, over lines that break and to processes
 * that are killed; whatever comes of it, each key has one referral, and everybody is told the same of it.
 */
@NullMarked
package scot.fort.journey.submission;

import org.jspecify.annotations.NullMarked;
