/** Bounds how many referrals may wait for their events to be sent, so that none is accepted that the hub sees hours later. */
@NullMarked
package scot.fort.intake.admission;

import org.jspecify.annotations.NullMarked;
