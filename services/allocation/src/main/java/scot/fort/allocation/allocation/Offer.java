package scot.fort.allocation.allocation;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import scot.fort.allocation.directory.SupportCode;
import scot.fort.allocation.directory.SupportService;

/**
 * A place offered to a provider.
 *
 * @param placeId under which the place is held, or was; another each time that the offer is made again
 * @param version raised by whatever happens to this offer; what its ETag carries. What else happens to the referral does
 *     not make a provider's answer stale
 * @param round of screening that it follows
 * @param serviceName as the directory had it when it was offered
 * @param supportCodes what it is offered for
 * @param childrenRefs whom it is offered for
 * @param automatic chosen by this service itself
 * @param expiresAt when it lapses unless it is answered
 * @param answer of a provider that declined
 * @param reason code; why it was declined, revoked or failed
 * @param written bytes of the notes and worries that its provider has written, as they were sealed; none in what was stored
 *     before they were counted
 */
public record Offer(
        String id,
        String placeId,
        long version,
        int round,
        String serviceId,
        String serviceName,
        String providerOrganisation,
        List<SupportCode> supportCodes,
        List<String> childrenRefs,
        boolean automatic,
        OfferState state,
        Instant offeredAt,
        Instant expiresAt,
        Instant changedAt,
        @Nullable OfferAnswer answer,
        @Nullable String reason,
        @Nullable Long written) {

    public Offer {
        written = written == null ? 0L : written;
    }

    /**
     * A new offer.
     *
     * @param provider of the service
     */
    static Offer made(
            OfferDecisions.Proposal proposal, Plan plan, List<String> childrenRefs, String provider, Instant now) {
        SupportService service = proposal.service();
        List<SupportCode> given = plan.supportCodes().stream()
                .filter(service.profile().supportCodes()::contains)
                .toList();
        return new Offer(
                proposal.id(),
                proposal.placeId(),
                1,
                plan.round(),
                service.id(),
                service.profile().name(),
                provider,
                given.isEmpty() ? plan.supportCodes() : given,
                childrenRefs,
                proposal.automatic(),
                OfferState.OFFERED,
                now,
                proposal.expiresAt(),
                now,
                null,
                null,
                0L);
    }

    public boolean covers(String childRef) {
        return childrenRefs.contains(childRef);
    }

    /** Whether it is under this place that a place is held for it. */
    boolean holds(String place) {
        return state.holdsPlace() && placeId.equals(place);
    }

    /** Where it stands at a moment: an offer past its end has expired, whether or not that has been recorded yet. */
    public OfferState stateAt(Instant now) {
        return isOverdue(now) ? OfferState.EXPIRED : state;
    }

    boolean isOverdue(Instant now) {
        return state == OfferState.OFFERED && !expiresAt.isAfter(now);
    }

    /** Its provider is asked again, for a place of its own. */
    Offer offeredAgain(OfferDecisions.Proposal proposal, List<String> refs, Instant now) {
        return new Offer(
                id,
                proposal.placeId(),
                version + 1,
                round,
                serviceId,
                serviceName,
                providerOrganisation,
                supportCodes,
                refs,
                proposal.automatic(),
                OfferState.OFFERED,
                now,
                proposal.expiresAt(),
                now,
                null,
                null,
                written);
    }

    Offer moved(OfferState to, Instant now, @Nullable OfferAnswer said, @Nullable String why) {
        return with(version + 1, round, to, now, said, why, bytesWritten());
    }

    /** It goes on under a later round of screening, which makes nobody's answer stale. */
    Offer under(int laterRound) {
        return with(version, laterRound, state, changedAt, answer, reason, bytesWritten());
    }

    Offer moved(OfferState to, Instant now) {
        return moved(to, now, answer, reason);
    }

    /** Its provider wrote so many bytes, which leave it where it stands. */
    Offer noted(long bytes, Instant now) {
        return with(version + 1, round, state, now, answer, reason, bytesWritten() + bytes);
    }

    long bytesWritten() {
        return Objects.requireNonNull(written);
    }

    private Offer with(
            long raised,
            int ofRound,
            OfferState to,
            Instant now,
            @Nullable OfferAnswer said,
            @Nullable String why,
            long bytes) {
        return new Offer(
                id,
                placeId,
                raised,
                ofRound,
                serviceId,
                serviceName,
                providerOrganisation,
                supportCodes,
                childrenRefs,
                automatic,
                to,
                offeredAt,
                expiresAt,
                now,
                said,
                why,
                bytes);
    }
}
