package scot.fort.platform.service.parked.web;

import org.jspecify.annotations.Nullable;
import scot.fort.platform.messaging.consume.Resolved;

/**
 * What came of trying again.
 *
 * @param reason why it still waits; absent when it was applied
 * @param released how many others were applied with it
 * @param left how many events of the referral still wait
 */
record RetriedResponse(boolean applied, @Nullable String reason, int released, int left) {

    static RetriedResponse of(Resolved.Retried retried) {
        return new RetriedResponse(retried.obstacle() == null, retried.obstacle(), retried.released(), retried.left());
    }
}
