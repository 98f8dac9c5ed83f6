package scot.fort.intake.referral;

import java.util.List;
import org.jspecify.annotations.Nullable;
import scot.fort.platform.messaging.aggregate.Aggregate;

/** The referrals whose content has been erased. */
public interface Erasures {

    /** Those whose data key may still be there, once their erasure cannot be undone by a failover. */
    List<Aggregate<Referral>> unfinished(int most);

    /** @return false when somebody else has written in between, and nothing was stored */
    boolean save(Aggregate<Referral> loaded, Referral keyDestroyed);

    /**
     * The data keys of all of them, in their order.
     *
     * @param after only those that follow this one
     */
    List<String> keyIds(@Nullable String after, int most);
}
