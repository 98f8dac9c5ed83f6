package scot.fort.intake.referral;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import scot.fort.platform.sealing.Sealed;

/** What intake tells of a referral. */
public sealed interface ReferralEvent {

    record Received(String reference, String sourceSystem, Instant receivedAt, Particulars particulars, Sealed content)
            implements ReferralEvent {}

    /** @param answersQuestion number of the question that was open */
    record InformationAdded(@Nullable Integer answersQuestion, Sealed content) implements ReferralEvent {}

    /** @param children as they are after the correction */
    record Corrected(List<ChildInBrief> children, Sealed content) implements ReferralEvent {}

    /** @param submission 2 for the first resubmission */
    record Resubmitted(int submission, Instant receivedAt) implements ReferralEvent {}

    record ConsentChanged(
            boolean given, String by, Instant at, @Nullable Sealed text) implements ReferralEvent {}

    record Withdrawn(WithdrawalReason reason, @Nullable Sealed text) implements ReferralEvent {}

    record EnteredInError(ErrorReason reason, @Nullable Sealed text) implements ReferralEvent {}

    record LegalHoldChanged(boolean held, @Nullable Sealed text) implements ReferralEvent {}

    record ErasureRequested(ErasureReason reason) implements ReferralEvent {}

    /** What is sealed under the key is read by nobody from now on. */
    record ContentErased(String keyId, ErasureReason reason, String askedBy, String approvedBy)
            implements ReferralEvent {}
}
