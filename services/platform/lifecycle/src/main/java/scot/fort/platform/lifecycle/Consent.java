package scot.fort.platform.lifecycle;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a person said about sharing the family's data.
 *
 * @param given or else refused, or taken back
 * @param by reference of the adult or child within the referral
 * @param at when the person said so, which may be long before it was told
 */
public record Consent(
        boolean given, @Nullable String by, @Nullable Instant at) {

    /** Whether this is what the person of the other says now. */
    boolean replaces(Consent other) {
        return isBySamePersonAs(other) && !isOlderThan(other);
    }

    boolean isBySamePersonAs(Consent other) {
        return by == null ? other.by == null : by.equals(other.by);
    }

    private boolean isOlderThan(Consent other) {
        return at != null && other.at != null && at.isBefore(other.at);
    }
}
