/**
 * What every consumer must withstand, as a test that each consumer runs: extend {@link
 * scot.fort.platform.messaging.contract.ConsumerContract}, give it the consumer and the story of one referral.
 *
 * <p>The story is an {@link scot.fort.platform.messaging.contract.EventScript} of valid events from {@link
 * scot.fort.platform.messaging.contract.EventBuilders}; a test of a whole service puts the same story on the topics with
 * an {@link scot.fort.platform.messaging.contract.EventSender}.
 */
@NullMarked
package scot.fort.platform.messaging.contract;

import org.jspecify.annotations.NullMarked;
