package scot.fort.allocation.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static scot.fort.allocation.allocation.Families.NOW;
import static scot.fort.allocation.allocation.Families.child;
import static scot.fort.allocation.allocation.Families.decided;
import static scot.fort.allocation.allocation.Families.offered;

import java.util.List;
import org.junit.jupiter.api.Test;
import scot.fort.allocation.directory.SupportCode;
import scot.fort.platform.lifecycle.Consent;
import scot.fort.platform.lifecycle.Consents;
import scot.fort.platform.lifecycle.Decision.Accepted;
import scot.fort.platform.lifecycle.Lane;
import scot.fort.platform.lifecycle.Status;

class ConsentTests {

    private static final Consent WITHDRAWN = new Consent(false, "a1", NOW);
    private static final Consent GIVEN = new Consent(true, "a1", NOW.plusSeconds(60));

    private static Allocation opened(boolean onConsent) {
        Family family = new Family(
                "r1",
                "FORT-7K2M-9QXA",
                Lane.FAMILY_SUPPORT,
                false,
                onConsent,
                Consents.none(),
                "k1",
                List.of(child("c1", 11, "LOCHEE")));
        Allocation received = Allocation.unheard().received(family).state();
        return decided(received, 1, List.of("c1"), SupportCode.FAMILY_SUPPORT);
    }

    private static Allocation searching(boolean onConsent) {
        Allocation opened = opened(onConsent);
        return opened.after(opened.offers(), true, List.of()).state();
    }

    @Test
    void offersNothingMoreOnceTheConsentThatItRestsOnIsWithdrawn() {
        Allocation withdrawn = opened(true).consentChanged(WITHDRAWN).state();

        assertThat(OfferRefusals.of(withdrawn).toOffer()).isPresent();
        assertThat(OfferRefusals.of(withdrawn).toOffer("s1")).isPresent();
    }

    @Test
    void leavesItToAPersonWhomToOfferWhereThereIsAnotherBasis() {
        OfferRefusals withdrawn =
                OfferRefusals.of(opened(false).consentChanged(WITHDRAWN).state());

        assertThat(withdrawn.toOffer()).isEmpty();
        assertThat(withdrawn.toSearch(NOW)).isPresent();
        assertThat(withdrawn.toGoOn()).isPresent();
    }

    @Test
    void offersAgainOnceConsentIsGiven() {
        OfferRefusals given = OfferRefusals.of(opened(true)
                .consentChanged(WITHDRAWN)
                .state()
                .consentChanged(GIVEN)
                .state());

        assertThat(given.toOffer()).isEmpty();
        assertThat(given.toSearch(NOW)).isEmpty();
    }

    @Test
    void endsASearchThatGoesOnByItselfAndSaysSo() {
        Accepted<Allocation, AllocationEvent> withdrawn = searching(false).consentChanged(WITHDRAWN);

        assertThat(withdrawn.state().searching()).isFalse();
        assertThat(withdrawn.state().status()).isEqualTo(Status.UNALLOCATED);
        assertThat(withdrawn.events())
                .containsExactly(new AllocationEvent.AllocationExhausted(1, 0, "CONSENT_WITHDRAWN"));
    }

    @Test
    void leavesAnOfferThatIsOutToThePeopleWhoAreTold() {
        Accepted<Allocation, AllocationEvent> withdrawn =
                offered(opened(true), "o1", false).consentChanged(WITHDRAWN);

        assertThat(withdrawn.events()).isEmpty();
        assertThat(withdrawn.state().offers()).extracting(Offer::state).containsExactly(OfferState.OFFERED);
    }
}
