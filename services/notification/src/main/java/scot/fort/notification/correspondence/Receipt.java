package scot.fort.notification.correspondence;

import scot.fort.platform.sealing.Sealed;

/**
 * What intake told of the referral.
 *
 * @param organisation the referrer's
 * @param content the referral as it was sent, in which the referrer's address is
 * @param restricted visible to nobody without a grant
 */
public record Receipt(String reference, String organisation, Sealed content, boolean restricted) {}
