package scot.fort.triage.access;

import java.time.Instant;

/**
 * One read of a referral's record.
 *
 * @param subject who, by the subject of their token
 * @param service where
 * @param operation what was called there
 * @param purpose a code
 * @param outcome how they came to see it: {@code GRANTED}, or {@code BROKEN_GLASS}
 */
public record Look(
        String referralId,
        String subject,
        String organisation,
        Instant at,
        String service,
        String operation,
        String purpose,
        String outcome) {}
