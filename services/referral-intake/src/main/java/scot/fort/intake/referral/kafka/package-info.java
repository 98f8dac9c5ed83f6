/** What intake tells of a referral, and what it hears from triage and allocation. */
@NullMarked
package scot.fort.intake.referral.kafka;

import org.jspecify.annotations.NullMarked;
