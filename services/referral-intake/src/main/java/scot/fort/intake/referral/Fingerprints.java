package scot.fort.intake.referral;

import scot.fort.platform.sealing.Sealed;

/** Compares bodies of submissions without keeping any of them. */
@FunctionalInterface
public interface Fingerprints {

    /**
     * Whether a body is the one that a referral was made from. Of an erased one nobody can say so, and the answer is no:
     * better that a late retry is refused than that a new referral is taken for an old one and lost.
     *
     * @param digest of the body
     * @param fingerprint the digest that the referral keeps sealed
     */
    boolean isOf(String digest, String referralId, Sealed fingerprint);
}
