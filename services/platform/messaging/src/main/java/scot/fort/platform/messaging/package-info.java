/**
 * How the services talk: an aggregate and its outbox in one document, a relay that sends what is pending in order, and
 * consumers that apply each event of a referral once and in sequence, whatever the broker or the network does.
 *
 * <p>The protocol was model-checked before it was written down; see docs/model.
 */
@NullMarked
package scot.fort.platform.messaging;

import org.jspecify.annotations.NullMarked;
