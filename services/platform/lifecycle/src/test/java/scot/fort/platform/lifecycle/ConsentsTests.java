package scot.fort.platform.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ConsentsTests {

    private static final Instant MONDAY = Instant.parse("2026-11-23T09:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-11-24T09:00:00Z");

    private static final Consent GIVEN = new Consent(true, "a1", MONDAY);
    private static final Consent WITHDRAWN = new Consent(false, "a1", TUESDAY);

    @Test
    void takesTheLastWordOfAPerson() {
        Consents consents = Consents.none().and(GIVEN).and(WITHDRAWN);

        assertThat(consents.areRefused()).isTrue();
        assertThat(consents.decisive()).contains(WITHDRAWN);
    }

    @Test
    void letsNoOtherGiveWhatOneHasTakenBack() {
        Consents consents = Consents.none().and(WITHDRAWN).and(new Consent(true, "a2", TUESDAY.plusSeconds(60)));

        assertThat(consents.areRefused()).isTrue();
        assertThat(consents.decisive()).contains(WITHDRAWN);
    }

    @Test
    void letsWhatIsToldLateNotStandAgainstWhatWasSaidLater() {
        assertThat(Consents.none().and(WITHDRAWN).and(GIVEN))
                .isEqualTo(Consents.none().and(WITHDRAWN));
    }

    @Test
    void isGivenAgainByThePersonWhoTookItBack() {
        Consent again = new Consent(true, "a1", TUESDAY.plusSeconds(60));
        Consents consents = Consents.none().and(GIVEN).and(WITHDRAWN).and(again);

        assertThat(consents.areRefused()).isFalse();
        assertThat(consents.decisive()).contains(again);
        assertThat(consents.words()).containsExactly(again);
    }
}
