/** Bounds how many referrals may wait to be told of, so that nobody is promised what will be late by hours. */
@NullMarked
package scot.fort.intake.admission;

import org.jspecify.annotations.NullMarked;
