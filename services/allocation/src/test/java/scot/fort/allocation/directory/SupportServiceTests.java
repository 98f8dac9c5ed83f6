package scot.fort.allocation.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import scot.fort.allocation.directory.SupportService.Place;
import scot.fort.platform.lifecycle.Decision;
import scot.fort.platform.lifecycle.Decision.Accepted;

class SupportServiceTests {

    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(60);

    private final Profile profile = profile("provider");
    private final SupportService service =
            SupportService.added("s1", profile, new Capacity(5, 2, NOW)).state();

    @Test
    void tellsOfItsPlacesWhenItIsAdded() {
        assertThat(SupportService.added("s1", profile, new Capacity(5, 2, NOW)).events())
                .containsExactly(new PlacesChanged("s1", "provider", 5, 2, 0));
    }

    @Test
    void tellsNothingOfPlacesThatNobodyCanBeOffered() {
        assertThat(SupportService.added("s1", profile(null), new Capacity(5, 2, NOW))
                        .events())
                .isEmpty();
    }

    @Test
    void reservesNoMoreThanAreAvailable() {
        SupportService full = held(held(service, "o1"), "o2");

        assertThat(full.room()).isZero();
        assertThat(full.reserve("o3", place(NOW), null)).isInstanceOf(Decision.Refused.class);
    }

    @Test
    void exchangesAPlaceThatIsHeldThoughNoneIsFree() {
        SupportService full = held(held(service, "p1"), "p2");

        Accepted<SupportService, PlacesChanged> exchanged = accepted(full.reserve("p3", place(LATER), "p1"));

        assertThat(exchanged.state().reserved()).containsOnlyKeys("p2", "p3");
        assertThat(exchanged.events()).isEmpty();
        assertThat(exchanged.state().reserve("p4", place(LATER), "p1")).isInstanceOf(Decision.Refused.class);
    }

    @Test
    void takesAFreePlaceWhereTheOneToBeExchangedIsGone() {
        assertThat(accepted(service.reserve("p2", place(NOW), "p1")).state().reserved())
                .containsOnlyKeys("p2");
    }

    @Test
    void givesAPlaceBackOnce() {
        SupportService held = held(service, "p1");
        Accepted<SupportService, PlacesChanged> released = accepted(held.release("p1"));

        assertThat(released.events()).containsExactly(new PlacesChanged("s1", "provider", 5, 2, 0));
        assertThat(accepted(released.state().release("p1")).events()).isEmpty();
        assertThat(released.state().oldestReservation()).isNull();
    }

    @Test
    void keepsThePlaceThatIsHeldAnewWhenTheEarlierOneIsGivenBackLate() {
        SupportService held = held(service, "later");

        assertThat(accepted(held.release("earlier")).state()).isEqualTo(held);
    }

    @Test
    void takesAsManyForTakenAsBeforeWhereOnlyTheMaximumIsStated() {
        assertThat(accepted(service.state(8, null, LATER)).state().capacity()).isEqualTo(new Capacity(8, 5, LATER));
        assertThat(accepted(service.state(2, null, LATER)).state().capacity()).isEqualTo(new Capacity(2, 0, LATER));
    }

    @Test
    void keepsReservationsButHasNoRoomWhereFewerThanTheyAreStated() {
        SupportService full = held(held(service, "o1"), "o2");

        SupportService shrunk = accepted(full.state(5, 1, LATER)).state();

        assertThat(shrunk.reserved()).containsOnlyKeys("o1", "o2");
        assertThat(shrunk.room()).isZero();
        assertThat(accepted(shrunk.release("o1")).state().room()).isZero();
    }

    @Test
    void believesTheLaterStatementOfItsCapacity() {
        SupportService stated = accepted(service.state(9, 9, LATER)).state();

        assertThat(stated.described(profile, Optional.of(new Capacity(5, 2, NOW)))
                        .state())
                .isEqualTo(stated);
        assertThat(stated.described(profile, Optional.of(new Capacity(5, 3, LATER.plusSeconds(1))))
                        .events())
                .containsExactly(new PlacesChanged("s1", "provider", 5, 3, 0));
    }

    private static SupportService held(SupportService service, String placeId) {
        return accepted(service.reserve(placeId, place(NOW), null)).state();
    }

    private static Place place(Instant since) {
        return new Place("r1", since);
    }

    private static Accepted<SupportService, PlacesChanged> accepted(Decision<SupportService, PlacesChanged> decision) {
        return (Accepted<SupportService, PlacesChanged>) decision;
    }

    private static Profile profile(@Nullable String provider) {
        return new Profile(
                "Service", "active", null, provider, List.of(SupportCode.PARENTING), 0, 17, List.of("LOCHEE"));
    }
}
