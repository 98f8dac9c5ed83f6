package scot.fort.allocation.allocation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import scot.fort.allocation.directory.SupportCode;
import scot.fort.allocation.directory.SupportService;

/**
 * A place offered to a provider.
 *
 * @param version raised by whatever happens to this offer; what its ETag carries. What else happens to the referral does
 *     not make a provider's answer stale
 * @param round of screening that it follows
 * @param serviceName as the directory had it when it was offered
 * @param supportCodes what it is offered for
 * @param automatic chosen by this service itself
 * @param expiresAt when it lapses unless it is answered
 * @param answer of a provider that declined
 * @param reason code; why it was declined, revoked or failed
 */
public record Offer(
        String id,
        long version,
        int round,
        String serviceId,
        String serviceName,
        String providerOrganisation,
        List<SupportCode> supportCodes,
        boolean automatic,
        OfferState state,
        Instant offeredAt,
        Instant expiresAt,
        Instant changedAt,
        @Nullable OfferAnswer answer,
        @Nullable String reason) {

    /**
     * A new offer.
     *
     * @param provider of the service
     */
    static Offer made(
            String id,
            Plan plan,
            SupportService service,
            String provider,
            boolean automatic,
            Instant now,
            Instant end) {
        List<SupportCode> given = plan.supportCodes().stream()
                .filter(service.profile().supportCodes()::contains)
                .toList();
        return new Offer(
                id,
                1,
                plan.round(),
                service.id(),
                service.profile().name(),
                provider,
                given.isEmpty() ? plan.supportCodes() : given,
                automatic,
                OfferState.OFFERED,
                now,
                end,
                now,
                null,
                null);
    }

    /** Where it stands at a moment: an offer past its end has expired, whether or not that has been recorded yet. */
    public OfferState stateAt(Instant now) {
        return isOverdue(now) ? OfferState.EXPIRED : state;
    }

    boolean isOverdue(Instant now) {
        return state == OfferState.OFFERED && !expiresAt.isAfter(now);
    }

    Offer offeredAgain(Instant now, Instant end, boolean byItself) {
        return with(OfferState.OFFERED, byItself, now, end, now, null, null);
    }

    Offer moved(OfferState to, Instant now, @Nullable OfferAnswer said, @Nullable String why) {
        return with(to, automatic, offeredAt, expiresAt, now, said, why);
    }

    Offer moved(OfferState to, Instant now) {
        return moved(to, now, answer, reason);
    }

    /** Something happened that leaves it where it stands. */
    Offer touched(Instant now) {
        return moved(state, now);
    }

    private Offer with(
            OfferState to,
            boolean byItself,
            Instant offered,
            Instant end,
            Instant now,
            @Nullable OfferAnswer said,
            @Nullable String why) {
        return new Offer(
                id,
                version + 1,
                round,
                serviceId,
                serviceName,
                providerOrganisation,
                supportCodes,
                byItself,
                to,
                offered,
                end,
                now,
                said,
                why);
    }
}
