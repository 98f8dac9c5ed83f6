package scot.fort.intake.referral;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import scot.fort.platform.lifecycle.Lane;
import scot.fort.platform.web.problem.FieldFault;

/**
 * A submission that has passed all checks.
 *
 * @param receivedAt the clock of screening starts here
 * @param people references of all children and adults
 * @param digest of the body
 * @param content what is personal in it
 */
public record SubmitReferral(
        String organisation,
        String idempotencyKey,
        Source source,
        Instant receivedAt,
        Particulars particulars,
        Set<String> people,
        List<FieldFault> warnings,
        String digest,
        SubmittedContent content) {

    /** A child may be at risk, so it is taken also when others have to wait. */
    public boolean isUrgent() {
        return particulars.lane() == Lane.CHILD_PROTECTION_CONCERN || particulars.immediateDanger();
    }
}
