/**
 * Read models over every referral: what happened to it, when, and when that came to be known.
 *
 * <p>Topics in: intake, triage, allocation, notification. Topics out: access, one event for each read of a record. It
 * changes nothing and asks no other service.
 */
@NullMarked
package scot.fort.timeline;

import org.jspecify.annotations.NullMarked;
