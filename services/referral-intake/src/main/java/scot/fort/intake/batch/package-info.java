/**
 * Many referrals in one request: lines of JSON or rows of CSV, each taken as if it were sent alone, and answered while the
 * next ones still come in. Nothing of a batch is kept but its referrals, so it is sent again whole after a cut connection.
 */
@NullMarked
package scot.fort.intake.batch;

import org.jspecify.annotations.NullMarked;
