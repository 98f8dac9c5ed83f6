/**
 * Tells everybody who waits: the referrer that a referral has arrived, what is asked and what came of it; the provider
 * that a family is offered; the hub and its managers that time runs out. Each attempt is kept as evidence.
 *
 * <p>Topics in: intake, triage, allocation. Topic out: notification. Nothing personal is in a message: it names the
 * reference, and the reader signs in for the rest. Addresses stay sealed until the moment of sending.
 */
@NullMarked
package scot.fort.notification;

import org.jspecify.annotations.NullMarked;
