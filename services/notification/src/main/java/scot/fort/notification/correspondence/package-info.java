/** The messages about one referral: who is told what, by which attempts, and what came of it. */
@NullMarked
package scot.fort.notification.correspondence;

import org.jspecify.annotations.NullMarked;
