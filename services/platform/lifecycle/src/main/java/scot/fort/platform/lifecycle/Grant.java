package scot.fort.platform.lifecycle;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person's right to see one restricted referral.
 *
 * @param grantee subject of their token
 * @param by who gave it; the grantee themselves where they broke the glass
 * @param until from when on it is worth nothing; none where it lasts until it is revoked
 */
public record Grant(
        String grantee,
        Kind kind,
        String by,
        Instant at,
        @Nullable Instant until) {

    /** How somebody came to see a referral; also the word for it in the access log. */
    public enum Kind {
        GRANTED,
        /** They took the right themselves, in an emergency, for an hour. */
        BROKEN_GLASS
    }

    boolean isInForce(Instant now) {
        return until == null || now.isBefore(until);
    }
}
