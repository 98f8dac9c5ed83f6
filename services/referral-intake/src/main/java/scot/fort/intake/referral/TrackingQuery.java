package scot.fort.intake.referral;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import scot.fort.platform.lifecycle.Status;

/**
 * Which of an organisation's referrals are wanted, the latest first.
 *
 * @param updatedSince changed at this time or later, and some that changed shortly before
 * @param before only those received before the one with this id
 */
public record TrackingQuery(
        String organisation,
        @Nullable Status status,
        @Nullable String sourceSystem,
        @Nullable String sourceReference,
        @Nullable Instant updatedSince,
        @Nullable String before,
        int limit) {}
