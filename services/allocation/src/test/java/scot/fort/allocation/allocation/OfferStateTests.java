package scot.fort.allocation.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static scot.fort.allocation.allocation.OfferState.ACCEPTED;
import static scot.fort.allocation.allocation.OfferState.COMPLETED;
import static scot.fort.allocation.allocation.OfferState.DECLINED;
import static scot.fort.allocation.allocation.OfferState.EXPIRED;
import static scot.fort.allocation.allocation.OfferState.FAILED;
import static scot.fort.allocation.allocation.OfferState.OFFERED;
import static scot.fort.allocation.allocation.OfferState.REVOKED;
import static scot.fort.allocation.allocation.OfferState.STARTED;
import static scot.fort.allocation.allocation.OfferState.WAITLISTED;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OfferStateTests {

    /** The mission's words, line by line. */
    private static final Set<String> LEGAL = Set.of(
            "OFFERED>ACCEPTED",
            "ACCEPTED>STARTED",
            "STARTED>COMPLETED",
            "STARTED>FAILED",
            "ACCEPTED>FAILED",
            "OFFERED>DECLINED",
            "OFFERED>EXPIRED",
            "OFFERED>WAITLISTED",
            "WAITLISTED>OFFERED",
            "OFFERED>REVOKED",
            "WAITLISTED>REVOKED",
            "ACCEPTED>REVOKED",
            "STARTED>REVOKED");

    static Stream<Arguments> everyPair() {
        return Arrays.stream(OfferState.values())
                .flatMap(from -> Arrays.stream(OfferState.values()).map(to -> Arguments.of(from, to)));
    }

    @ParameterizedTest
    @MethodSource("everyPair")
    void mayBecomeWhatTheTableSaysAndNothingElse(OfferState from, OfferState to) {
        assertThat(from.mayBecome(to)).isEqualTo(LEGAL.contains(from + ">" + to));
    }

    @Test
    void holdsAPlaceUntilItEndsButNotWhileItWaits() {
        assertThat(Arrays.stream(OfferState.values()).filter(OfferState::holdsPlace))
                .containsExactly(OFFERED, ACCEPTED, STARTED);
    }

    @Test
    void isLiveUntilNothingMayComeOfIt() {
        assertThat(Arrays.stream(OfferState.values()).filter(state -> !state.isLive()))
                .containsExactlyInAnyOrder(COMPLETED, FAILED, DECLINED, EXPIRED, REVOKED);
        assertThat(WAITLISTED.isLive()).isTrue();
    }
}
