package scot.fort.intake.referral.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import scot.fort.intake.referral.Erasure;
import scot.fort.intake.referral.ErasureReason;
import scot.fort.intake.referral.Referral;
import scot.fort.platform.lifecycle.Status;
import scot.fort.platform.service.Handled;

/**
 * The answer about the erasure of a referral.
 *
 * @param heldSince since when a legal hold forbids it
 * @param erasure none while nobody has asked for one
 */
record ErasureResponse(
        String id,
        String reference,
        Status status,
        @Nullable Instant heldSince,
        @Nullable Agreement erasure) {

    /**
     * Who has agreed to it, by the subjects of their tokens.
     *
     * @param approvedBy none while it waits for a second person
     */
    record Agreement(
            ErasureReason reason,
            String askedBy,
            Instant askedAt,
            @Nullable String approvedBy,
            @Nullable Instant approvedAt) {}

    static ErasureResponse of(Handled<Referral> handled) {
        Referral referral = handled.state();
        return new ErasureResponse(
                handled.id(),
                referral.reference(),
                referral.status(),
                referral.heldSince(),
                agreement(referral.erasure()));
    }

    private static @Nullable Agreement agreement(@Nullable Erasure erasure) {
        if (erasure == null) {
            return null;
        }
        Erasure.Approved approved = erasure.approved();
        return new Agreement(
                erasure.reason(),
                erasure.askedBy(),
                erasure.askedAt(),
                approved == null ? null : approved.by(),
                approved == null ? null : approved.at());
    }
}
