/** How a submission is judged and taken, whichever way it came: alone, as a line of a batch, or only to be tried. */
@NullMarked
package scot.fort.intake.referral.submission;

import org.jspecify.annotations.NullMarked;
