package scot.fort.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import scot.fort.allocation.allocation.Allocation;
import scot.fort.allocation.allocation.AllocationEvent;
import scot.fort.allocation.allocation.Allocations;
import scot.fort.allocation.allocation.Offer;
import scot.fort.allocation.allocation.OfferState;
import scot.fort.allocation.allocation.OfferSupport;
import scot.fort.allocation.allocation.PlaceSweep;
import scot.fort.allocation.allocation.Sealing;
import scot.fort.allocation.directory.Directory;
import scot.fort.allocation.directory.Reservations;
import scot.fort.events.common.SupportCode;
import scot.fort.platform.messaging.Cause;
import scot.fort.platform.messaging.Ids;
import scot.fort.platform.service.Commands;
import scot.fort.platform.service.Target;
import scot.fort.platform.testing.Answer;
import scot.fort.platform.testing.MovableClock;
import scot.fort.platform.web.problem.ProblemException;

/** What becomes of a place when others act between its being held and its offer's being saved. */
class SlowOfferTests extends AllocationServiceTest {

    private static final Cause CAUSE = new Cause("test", "fort", "c", null, null);
    private static final Duration GRACE = Duration.ofMinutes(5);

    @Autowired
    private Directory directory;

    @Autowired
    private Allocations allocations;

    @Autowired
    private Reservations reservations;

    @Autowired
    private Commands<Allocation, AllocationEvent> commands;

    @Autowired
    private Sealing sealing;

    @Autowired
    private MovableClock clock;

    @Autowired
    private Ids ids;

    @Test
    void leavesThePlaceToWhoeverOfferedTheWaitingFamilyOneFirst() {
        String service = service("provider-barnardos", 2, SupportCode.FAMILY_SUPPORT);
        String referral = opened();
        Answer offered = offer(referral, service).expect(201);
        provider("/v1/offers/" + offered.text("id") + "/waitlist")
                .ifMatch(offered.etag())
                .post()
                .expect(200);

        assertThatThrownBy(() -> offerSlowly(
                        referral, service, () -> offer(referral, service).expect(201)))
                .isInstanceOf(ProblemException.class);

        assertThatTheOnlyPlaceIsTheOffers(referral, service);
    }

    @Test
    void holdsAPlaceForAnOfferThatIsSlowerThanTheSweep() {
        String service = service("provider-barnardos", 1, SupportCode.FAMILY_SUPPORT);
        String referral = opened();

        offerSlowly(referral, service, this::sweepMuchLater);

        assertThatTheOnlyPlaceIsTheOffers(referral, service);
    }

    @Test
    void makesNoOfferWhoseSweptPlaceAnotherFamilyHas() {
        String service = service("provider-barnardos", 1, SupportCode.FAMILY_SUPPORT);
        String referral = opened();
        String other = opened();

        assertThatThrownBy(() -> offerSlowly(referral, service, () -> {
                    sweepMuchLater();
                    offer(other, service).expect(201);
                }))
                .isInstanceOf(ProblemException.class);

        assertThat(allocation(referral).offers()).isEmpty();
        assertThatTheOnlyPlaceIsTheOffers(other, service);
    }

    @Test
    void takesNoPlaceFromAnOfferThatWasMadeAgainHoweverLateTheEarlierOneIsGivenBack() {
        String service = service("provider-barnardos", 1, SupportCode.FAMILY_SUPPORT);
        String referral = opened();
        Answer offered = offer(referral, service).expect(201);
        String earlier = allocation(referral).offers().getFirst().placeId();
        provider("/v1/offers/" + offered.text("id") + "/waitlist")
                .ifMatch(offered.etag())
                .post()
                .expect(200);
        offer(referral, service).expect(201);

        reservations.release(service, earlier, CAUSE);

        assertThatTheOnlyPlaceIsTheOffers(referral, service);
    }

    private void offerSlowly(String referral, String service, Runnable meanwhile) {
        Directory slow = BetweenPlaceAndOffer.of(directory, meanwhile);
        new OfferSupport(commands, slow, new Reservations(slow, clock), sealing, Duration.ofHours(72), clock, ids)
                .to(service, null, Target.of(referral, any -> true), CAUSE);
    }

    private void sweepMuchLater() {
        clock.forward(GRACE.plusMinutes(1));
        new PlaceSweep(directory, allocations, reservations, GRACE, clock, ids).sweep();
    }

    private void assertThatTheOnlyPlaceIsTheOffers(String referral, String service) {
        Offer offer = allocation(referral).offers().getFirst();
        assertThat(offer.state()).isEqualTo(OfferState.OFFERED);
        assertThat(directory.find(service).orElseThrow().require().reserved()).containsOnlyKeys(offer.placeId());
    }

    private Allocation allocation(String referral) {
        return allocations.find(referral).orElseThrow().require();
    }
}
