package scot.fort.intake.referral;

import scot.fort.platform.sealing.Sealed;

/** What is personal in a submission; it leaves the memory sealed only. */
@FunctionalInterface
public interface SubmittedContent {

    /**
     * A submission under the data key of its referral.
     *
     * @param content all that is personal
     * @param fingerprint by which the same body is known again
     */
    record Secured(Sealed content, Sealed fingerprint) {}

    /** Seals it under a key that no referral has had before. */
    Secured secureFor(String referralId);
}
