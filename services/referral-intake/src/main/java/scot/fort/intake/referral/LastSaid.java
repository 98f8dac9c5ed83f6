package scot.fort.intake.referral;

import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import scot.fort.platform.lifecycle.Consent;
import scot.fort.platform.sealing.Sealed;

/**
 * What was said last about a referral after it was sent, as far as it takes to know the same again: whoever got no answer
 * says it once more. Free text is not kept here, so it is not compared.
 *
 * @param information the sealed digest of its body; none once the hub has asked or returned something, since the same words
 *     are a new answer then
 * @param withdrawnFor none while it is not withdrawn
 * @param enteredInErrorFor none while it is not in error
 * @param told bytes that all information takes up so far, as it was sealed
 */
public record LastSaid(
        @Nullable Sealed information,
        @Nullable Consent consent,
        @Nullable WithdrawalReason withdrawnFor,
        @Nullable ErrorReason enteredInErrorFor,
        long told) {

    /** A change of consent as it is kept, its time in ms. */
    static Consent consent(ReferralEvent.ConsentChanged change) {
        return new Consent(change.given(), change.by(), change.at().truncatedTo(ChronoUnit.MILLIS));
    }

    static LastSaid nothing() {
        return new LastSaid(null, null, null, null, 0);
    }

    /** The same words would be a new answer. */
    LastSaid asked() {
        return new LastSaid(null, consent, withdrawnFor, enteredInErrorFor, told);
    }

    LastSaid informed(Sealed fingerprint, long toldNow) {
        return new LastSaid(fingerprint, consent, withdrawnFor, enteredInErrorFor, toldNow);
    }

    LastSaid consented(Consent now) {
        return new LastSaid(information, now, withdrawnFor, enteredInErrorFor, told);
    }

    LastSaid withdrawn(WithdrawalReason reason) {
        return new LastSaid(information, consent, reason, enteredInErrorFor, told);
    }

    LastSaid enteredInError(ErrorReason reason) {
        return new LastSaid(information, consent, withdrawnFor, reason, told);
    }
}
