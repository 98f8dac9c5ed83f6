package scot.fort.intake.referral.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import scot.fort.intake.referral.Milestone;
import scot.fort.platform.lifecycle.Lane;
import scot.fort.platform.lifecycle.Status;

/**
 * Where a referral stands, for its referrer.
 *
 * @param outcome in words; none while it is in screening
 * @param messageToReferrer what the hub wrote; not in lists
 * @param allowedActions last parts of the paths that may be called now
 * @param erasedAt since when nothing personal is left of it
 * @param asOf when this was read; in a list, the page says it
 * @param etag in a list; else a header says it
 */
record TrackingResponse(
        String id,
        String reference,
        Status status,
        Lane lane,
        Instant receivedAt,
        Instant updatedAt,
        SentFrom source,
        List<Milestone> milestones,
        @Nullable String outcome,
        @Nullable String messageToReferrer,
        @Nullable RequestedInformation informationRequested,
        List<String> allowedActions,
        @Nullable Instant erasedAt,
        @Nullable Instant asOf,
        @Nullable String etag) {

    /**
     * The sender's own record.
     *
     * @param reference none once the referral has been erased
     */
    record SentFrom(String system, @Nullable String reference) {}

    /**
     * What the hub waits to hear from the referrer.
     *
     * @param number the how many-th question of this referral
     * @param question not in lists
     */
    record RequestedInformation(
            int number, Instant askedAt, @Nullable String question) {}
}
