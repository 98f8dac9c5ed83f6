/** The calls of referrers: submit, follow, add, consent, withdraw; and of managers: mark as error. */
@NullMarked
package scot.fort.intake.referral.web;

import org.jspecify.annotations.NullMarked;
