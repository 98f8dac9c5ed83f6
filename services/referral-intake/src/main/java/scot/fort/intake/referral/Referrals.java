package scot.fort.intake.referral;

import java.util.List;
import java.util.Optional;
import scot.fort.platform.messaging.Cause;
import scot.fort.platform.messaging.aggregate.Aggregate;

/** Where referrals are kept. */
public interface Referrals {

    /** @return false when its submission, its source or its reference is there already, and nothing was stored */
    boolean insert(String id, Referral referral, ReferralEvent.Received event, Cause cause);

    /** The one that was submitted under a key, once it cannot be lost any more. */
    Optional<Aggregate<Referral>> submittedUnder(String organisation, String idempotencyKey);

    /** The one made from a record of the organisation's own, once it cannot be lost any more. */
    Optional<Aggregate<Referral>> madeFrom(String organisation, Source source);

    /** One of an organisation's own; one of another is looked for and missed just as one that does not exist. */
    Optional<Aggregate<Referral>> find(String organisation, String id);

    /** How many have events that have not left yet, counted up to a bound. */
    int waiting(int atMost);

    List<Aggregate<Referral>> list(TrackingQuery query);
}
