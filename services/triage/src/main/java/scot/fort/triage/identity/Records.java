package scot.fort.triage.identity;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import scot.fort.platform.messaging.aggregate.Aggregate;

/** Looks up the children of referrals by what connects them. */
public interface Records {

    /** Those who share at least one of these keys, in no order. */
    List<Aggregate<ReferralChildren>> sharing(Collection<String> keys, int limit);

    /** These, and those who keep a confirmed match with one of them. */
    List<Aggregate<ReferralChildren>> boundTo(Collection<String> referralIds, int limit);

    /** Those who keep a match, whatever its standing, with a child of this referral. */
    List<Aggregate<ReferralChildren>> matchedWith(String referralId, int limit);

    Optional<Aggregate<ReferralChildren>> keeping(String matchId);

    /**
     * Those of whom something is to be done, longest first.
     *
     * @param after the last one seen
     */
    List<Aggregate<ReferralChildren>> waiting(@Nullable After after, int limit);

    /** A place in that order. */
    record After(Instant waitingSince, String id) {}
}
