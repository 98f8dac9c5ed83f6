package scot.fort.allocation.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static scot.fort.allocation.allocation.Families.child;
import static scot.fort.allocation.allocation.Families.offered;
import static scot.fort.allocation.allocation.Families.opened;
import static scot.fort.allocation.allocation.Families.service;
import static scot.fort.allocation.directory.SupportCode.COUNSELLING;
import static scot.fort.allocation.directory.SupportCode.FAMILY_SUPPORT;
import static scot.fort.allocation.directory.SupportCode.PARENTING;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import scot.fort.allocation.allocation.Matching.Candidate;
import scot.fort.allocation.directory.Capacity;
import scot.fort.allocation.directory.Profile;
import scot.fort.allocation.directory.SupportService;

class MatchingTests {

    private static final Set<String> LOCHEE = Set.of("LOCHEE");

    @Test
    void ranksBySupportThenChildrenThenRoomThenId() {
        Allocation siblings =
                opened(List.of(child("c1", 11, "LOCHEE"), child("c2", 3, "LOCHEE")), FAMILY_SUPPORT, PARENTING);

        List<Candidate> ranked = Matching.rank(
                siblings,
                List.of(
                        service("e-other", 9, COUNSELLING),
                        service("d-same-as-c", 1, FAMILY_SUPPORT),
                        service("c-less-room", 1, FAMILY_SUPPORT),
                        service("b-one-child", 9, 5, 17, LOCHEE, PARENTING),
                        service("a-more-room", 2, PARENTING),
                        service("z-both", 1, 5, 17, LOCHEE, FAMILY_SUPPORT, PARENTING)));

        assertThat(ranked)
                .extracting(candidate -> candidate.service().id())
                .containsExactly("z-both", "a-more-room", "c-less-room", "d-same-as-c", "b-one-child", "e-other");
        assertThat(ranked.getLast().eligible()).isFalse();
    }

    @Test
    void wantsOneChildThatFitsByBothAgeAndWard() {
        Allocation siblings = opened(List.of(child("c1", 11, "MARYFIELD"), child("c2", 3, "LOCHEE")), FAMILY_SUPPORT);

        assertThat(only(siblings, service("s1", 1, 5, 17, LOCHEE, FAMILY_SUPPORT)))
                .returns(false, Candidate::eligible)
                .satisfies(candidate -> assertThat(candidate.reasons())
                        .contains("Does not take child c1 by ward.", "Does not take child c2 by age."));
    }

    @Test
    void includesBothAgesOfTheLimit() {
        SupportService therapy = service("s1", 1, 11, 18, LOCHEE, FAMILY_SUPPORT);

        assertThat(List.of(10, 11, 18, 19))
                .extracting(age -> only(opened(List.of(child("c1", age, "LOCHEE")), FAMILY_SUPPORT), therapy)
                        .eligible())
                .containsExactly(false, true, true, false);
    }

    @Test
    void countsAnUnbornChildAsAgedNothing() {
        Allocation unborn = opened(List.of(new Child("c1", null, true, "LOCHEE")), FAMILY_SUPPORT);

        assertThat(only(unborn, service("s1", 1, 0, 5, LOCHEE, FAMILY_SUPPORT)).eligible())
                .isTrue();
        assertThat(only(unborn, service("s1", 1, 1, 5, LOCHEE, FAMILY_SUPPORT)).eligible())
                .isFalse();
    }

    @Test
    void excludesNobodyForWhatIsNotKnown() {
        Allocation unknown = opened(List.of(child("c1", null, null)), FAMILY_SUPPORT);

        assertThat(only(unknown, service("s1", 1, 5, 11, LOCHEE, FAMILY_SUPPORT))
                        .eligible())
                .isTrue();
        assertThat(only(opened(), service("s1", 1, 0, 17, Set.of(), FAMILY_SUPPORT))
                        .eligible())
                .isTrue();
    }

    @Test
    void leavesOutWhoIsNotThereToBeAsked() {
        assertThat(only(opened(), described("inactive", "provider")).eligible()).isFalse();
        assertThat(only(opened(), described("active", null)).eligible()).isFalse();
    }

    @Test
    void saysWhoHasNoRoomAndWhoHasBeenAsked() {
        SupportService full = service("s-o1", 0, FAMILY_SUPPORT);

        assertThat(only(offered(opened(), "o1", false), full).reasons())
                .contains("Has no room at present.", "Has been offered before: OFFERED.");
    }

    private static Candidate only(Allocation allocation, SupportService service) {
        return Matching.rank(allocation, List.of(service)).getFirst();
    }

    private static SupportService described(String status, @Nullable String provider) {
        Profile profile =
                new Profile("Service", status, null, provider, List.of(FAMILY_SUPPORT), null, null, List.of());
        return SupportService.added("s1", profile, new Capacity(1, 1, Families.NOW))
                .state();
    }
}
