/**
 * Finds family support: which services of the directory fit a family and have room, offers that expire and move on to the
 * next, and what comes of the support.
 *
 * <p>Topics in: intake, triage. Topics out: allocation, one stream for each referral; places, one for each service;
 * access, one event for each read of a record. It keeps the directory with its places, and the allocations with their
 * offers inside; it opens nothing that is sealed.
 */
@NullMarked
package scot.fort.allocation;

import org.jspecify.annotations.NullMarked;
