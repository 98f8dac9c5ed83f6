/** The calls by which files of referrals are sent. */
@NullMarked
package scot.fort.intake.batch.web;

import org.jspecify.annotations.NullMarked;
