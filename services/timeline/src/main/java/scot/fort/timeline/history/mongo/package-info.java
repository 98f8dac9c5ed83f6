/** Keeps histories, one document per referral. */
@NullMarked
package scot.fort.timeline.history.mongo;

import org.jspecify.annotations.NullMarked;
