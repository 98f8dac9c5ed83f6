/**
 * The screening of one referral, from its receipt by the hub to a decision: {@link scot.fort.triage.screening.Screening}
 * is the aggregate, {@link scot.fort.triage.screening.Desk} carries out what a screener or manager commands, {@link
 * scot.fort.triage.screening.Hearing} takes in what other services tell, {@link scot.fort.triage.screening.Action} says
 * what is legal when, {@link scot.fort.triage.screening.ClockWatch} tells of the
 * clocks that run out.
 */
@NullMarked
package scot.fort.triage.screening;

import org.jspecify.annotations.NullMarked;
