package scot.fort.intake.referral;

import org.jspecify.annotations.Nullable;
import scot.fort.platform.sealing.Sealed;

/**
 * How a referral was sent, so that the same submission is known again.
 *
 * @param organisation that sent it, from the token
 * @param idempotencyKey of the submission; belongs to the organisation
 * @param fingerprint digest of the body, sealed: a digest in clear would let whoever holds the database confirm a guess of
 *     what a child's referral says, and one under a key of its own would outlive the erasure; none after that
 * @param answer the body of the first answer, which every retry gets byte for byte
 */
public record Origin(
        String organisation,
        String idempotencyKey,
        Source source,
        @Nullable Sealed fingerprint,
        String answer) {

    Origin withoutFingerprint() {
        return new Origin(organisation, idempotencyKey, source, null, answer);
    }
}
