package scot.fort.allocation.allocation;

import java.time.Instant;

/**
 * What the referrer has said about consent since the referral was sent.
 *
 * @param given late, or else withdrawn
 * @param by reference of a person within the referral
 * @param at when the person said so
 */
public record ConsentChange(boolean given, String by, Instant at) {}
