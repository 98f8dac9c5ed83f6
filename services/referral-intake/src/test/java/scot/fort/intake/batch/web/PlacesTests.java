package scot.fort.intake.batch.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlacesTests {

    @Test
    void leavesPlacesForOthersHoweverManyOneOrganisationAsksFor() {
        Places places = new Places(4);

        assertThat(places.take("school-rosebank")).isTrue();
        assertThat(places.take("school-rosebank")).isTrue();
        assertThat(places.take("school-rosebank")).isFalse();
        assertThat(places.take("school-craigie")).isTrue();
    }

    @Test
    void hasNoMorePlacesThanItHas() {
        Places places = new Places(2);
        places.take("school-rosebank");
        places.take("school-craigie");

        assertThat(places.take("nhs-health-visiting")).isFalse();

        places.giveBack("school-craigie");
        assertThat(places.take("nhs-health-visiting")).isTrue();
    }

    @Test
    void forgetsNoPlaceThatWasRefused() {
        Places places = new Places(2);
        places.take("school-rosebank");
        places.take("school-rosebank");
        places.giveBack("school-rosebank");

        assertThat(places.take("school-rosebank")).isTrue();
    }
}
