package scot.fort.triage.matching;

/**
 * One child as one referral tells of them.
 *
 * @param childRef by which the referral names the child
 */
public record ToldChild(String referralId, String childRef, Fingerprint fingerprint) {}
