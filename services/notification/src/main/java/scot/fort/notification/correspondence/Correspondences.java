package scot.fort.notification.correspondence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import scot.fort.platform.lifecycle.Decision;
import scot.fort.platform.messaging.Cause;
import scot.fort.platform.messaging.aggregate.Aggregate;

/** Where correspondences are kept. */
public interface Correspondences {

    /** Those with a message whose time has come, the longest waiting first. */
    List<Aggregate<Correspondence>> due(Instant now, int limit);

    Optional<Aggregate<Correspondence>> of(String referralId);

    /** The correspondence that a message belongs to. */
    Optional<Aggregate<Correspondence>> withMessage(String messageId);

    /**
     * Those with a message that is looked for, in the order of their referrals' ids.
     *
     * @param fromReferralId where to begin, inclusive; none for the beginning
     */
    List<Aggregate<Correspondence>> search(MessageSearch search, @Nullable String fromReferralId, int limit);

    /** @return whether nobody else had written since it was loaded; else nothing is written */
    boolean save(
            Aggregate<Correspondence> loaded, Decision.Accepted<Correspondence, NotificationEvent> change, Cause cause);
}
