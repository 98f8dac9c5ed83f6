package scot.fort.allocation.allocation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import scot.fort.platform.lifecycle.Status;
import scot.fort.platform.messaging.Cause;
import scot.fort.platform.messaging.aggregate.Aggregate;

/** Where allocations are found. */
public interface Allocations {

    Optional<Aggregate<Allocation>> find(String referralId);

    /** The allocation that an offer belongs to. */
    Optional<Aggregate<Allocation>> withOffer(String offerId);

    /**
     * Writes an allocation as it was found, so that whoever found it as it was then has to decide anew.
     *
     * @return whether nobody else had written since it was found; else nothing is written
     */
    boolean fence(Aggregate<Allocation> found, Cause cause);

    /** Those in which something has to happen by itself, the one that is due longest first. */
    List<Aggregate<Allocation>> due(Instant now, @Nullable After after, int limit);

    /** Those opened that fit a search, the longest waiting first. */
    List<Aggregate<Allocation>> search(Search search, @Nullable After after, int limit);

    /** Those with an offer that fits a search, in the order of their referrals' ids, from the one given on. */
    List<Aggregate<Allocation>> withOfferLike(OfferSearch search, @Nullable String fromReferralId, int limit);

    /**
     * What is looked for; what is not said excludes nothing.
     *
     * @param status where the referral stands, or its allocation
     * @param restricted whether restricted referrals are among them
     */
    record Search(@Nullable Status status, @Nullable String ward, boolean restricted) {}

    /**
     * Where a list goes on: after one of its own.
     *
     * @param time by which the list is in order
     */
    record After(Instant time, String referralId) {}

    /**
     * Which offers are looked for; what is not said excludes nothing.
     *
     * @param restricted whether offers of restricted referrals are among them
     */
    record OfferSearch(@Nullable OfferState state, @Nullable String providerOrganisation, boolean restricted) {

        public boolean fits(Offer offer) {
            return (state == null || offer.state() == state)
                    && (providerOrganisation == null
                            || offer.providerOrganisation().equals(providerOrganisation));
        }
    }
}
