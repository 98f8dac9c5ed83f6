package scot.fort.allocation.allocation;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import scot.fort.allocation.directory.SupportCode;
import scot.fort.platform.lifecycle.Told;
import scot.fort.platform.sealing.Sealed;

/**
 * What happens in an allocation, named as it is told. An allocation follows its own events to where the referral stands
 * as every other service does, so all come to the same status.
 */
public sealed interface AllocationEvent extends Told {

    /** The round of screening that the allocation follows. */
    int round();

    @Override
    default String type() {
        return getClass().getSimpleName();
    }

    @Override
    default Optional<String> text(String field) {
        return Optional.empty();
    }

    @Override
    default Optional<Integer> number(String field) {
        return field.equals("round") ? Optional.of(round()) : Optional.empty();
    }

    @Override
    default List<String> texts(String field) {
        return List.of();
    }

    record AllocationOpened(int round, List<SupportCode> supportCodes, List<String> childrenRefs)
            implements AllocationEvent {}

    /**
     * No service is asked any more.
     *
     * @param considered how many services were looked at
     * @param cause why, as a code, where it was not that none was left
     */
    record AllocationExhausted(
            int round, int considered, @Nullable String cause) implements AllocationEvent {}

    record AllocationClosed(
            int round, String reason, @Nullable Sealed text) implements AllocationEvent {}

    /** What happens to one of its offers. */
    sealed interface OfOffer extends AllocationEvent {

        /** The offer as it is now. */
        Offer offer();

        @Override
        default Optional<String> text(String field) {
            return field.equals("offerId") ? Optional.of(offer().id()) : Optional.empty();
        }
    }

    /** @param contact address at which the provider hears of offers */
    record SupportOffered(int round, Offer offer, @Nullable Sealed contact) implements OfOffer {}

    record OfferAccepted(int round, Offer offer) implements OfOffer {}

    record OfferWaitlisted(int round, Offer offer) implements OfOffer {}

    record OfferExpired(int round, Offer offer) implements OfOffer {}

    record OfferDeclined(
            int round,
            Offer offer,
            OfferAnswer answer,
            String reason,
            @Nullable Sealed text) implements OfOffer {}

    record OfferRevoked(
            int round, Offer offer, String reason, @Nullable Sealed text) implements OfOffer {}

    record SupportStarted(int round, Offer offer) implements OfOffer {}

    /** Support that began earlier goes on: under a later round, or after the search for others has ended. */
    record SupportContinued(int round, Offer offer) implements OfOffer {}

    record SupportProgressed(int round, Offer offer, List<Wellbeing> wellbeing, Sealed text) implements OfOffer {}

    record SupportCompleted(int round, Offer offer, String outcome, List<Wellbeing> wellbeing, SealedWords words)
            implements OfOffer {}

    record SupportFailed(
            int round, Offer offer, String reason, @Nullable Sealed text) implements OfOffer {}

    record ConcernRaised(int round, Offer offer, Sealed text) implements OfOffer {}
}
