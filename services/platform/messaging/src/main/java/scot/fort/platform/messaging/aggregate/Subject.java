package scot.fort.platform.messaging.aggregate;

import org.jspecify.annotations.Nullable;

/**
 * What an aggregate's events are about.
 *
 * @param key of their records, so that they stay in one partition and in order
 * @param referralId none where they are not about one referral
 */
public record Subject(String key, @Nullable String referralId) {

    /** Nearly every aggregate has the referral's id for its own. */
    public static Subject referral(String id) {
        return new Subject(id, id);
    }
}
