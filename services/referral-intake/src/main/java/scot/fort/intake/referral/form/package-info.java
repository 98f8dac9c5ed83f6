/** What a referrer may send: the bodies, and the rules that they must keep beyond their JSON Schemas. */
@NullMarked
package scot.fort.intake.referral.form;

import org.jspecify.annotations.NullMarked;
