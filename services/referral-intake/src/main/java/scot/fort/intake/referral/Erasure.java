package scot.fort.intake.referral;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The erasure of what is personal in a referral: one person asks, another one approves.
 *
 * @param askedBy subject of the token
 * @param approved none while it waits for a second person
 */
public record Erasure(
        ErasureReason reason,
        String askedBy,
        Instant askedAt,
        @Nullable Approved approved) {

    /**
     * The second person agreed, and from then on nothing personal is answered.
     *
     * @param by subject of the token
     * @param keyId the data key that everything personal is sealed under
     * @param keyToDestroy the same until it has been destroyed
     */
    public record Approved(
            String by, Instant at, String keyId, @Nullable String keyToDestroy) {}

    Erasure approvedBy(String subject, Instant now, String keyId) {
        return new Erasure(reason, askedBy, askedAt, new Approved(subject, now, keyId, keyId));
    }

    Erasure keyDestroyed() {
        return approved == null
                ? this
                : new Erasure(
                        reason, askedBy, askedAt, new Approved(approved.by(), approved.at(), approved.keyId(), null));
    }
}
