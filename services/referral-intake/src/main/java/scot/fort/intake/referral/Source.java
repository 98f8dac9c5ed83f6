package scot.fort.intake.referral;

/**
 * The record in the sender's own system that a referral was made from; unique within an organisation.
 *
 * @param system the case system, for example {@code seemis}
 * @param reference the sender's own number; an administrative value, never sent to a topic
 */
public record Source(String system, String reference) {}
