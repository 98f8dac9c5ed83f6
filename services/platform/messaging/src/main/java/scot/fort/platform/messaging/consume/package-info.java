/**
 * Applies events, each once and in the order of its referral. What cannot be applied yet waits in the document of its
 * referral, and delays no other.
 */
@NullMarked
package scot.fort.platform.messaging.consume;

import org.jspecify.annotations.NullMarked;
