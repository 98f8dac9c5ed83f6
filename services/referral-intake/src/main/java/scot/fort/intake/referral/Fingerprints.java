package scot.fort.intake.referral;

import scot.fort.platform.sealing.Sealed;

/** Compares bodies without keeping any of them. */
@FunctionalInterface
public interface Fingerprints {

    /**
     * Whether a body is the one that was kept as a fingerprint. Of an erased one nobody can say so, and the answer is no:
     * better that a late retry is refused than that a new body is taken for an old one and lost.
     *
     * @param digest of the body
     * @param fingerprint the digest that the referral keeps sealed
     */
    boolean isOf(String digest, String referralId, Sealed fingerprint);
}
