package scot.fort.allocation.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static scot.fort.allocation.allocation.Families.NOW;
import static scot.fort.allocation.allocation.Families.answered;
import static scot.fort.allocation.allocation.Families.child;
import static scot.fort.allocation.allocation.Families.decision;
import static scot.fort.allocation.allocation.Families.offered;
import static scot.fort.allocation.allocation.Families.opened;
import static scot.fort.allocation.allocation.Families.reopening;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import scot.fort.allocation.allocation.Families.Heard;
import scot.fort.allocation.allocation.OfferCommand.Accept;
import scot.fort.allocation.allocation.OfferCommand.Start;
import scot.fort.allocation.directory.SupportCode;
import scot.fort.platform.lifecycle.Consents;
import scot.fort.platform.lifecycle.Decision.Accepted;
import scot.fort.platform.lifecycle.Lane;
import scot.fort.platform.lifecycle.Status;

class AllocationTests {

    private static final Family FAMILY = new Family(
            "r1",
            "FORT-7K2M-9QXA",
            Lane.FAMILY_SUPPORT,
            false,
            true,
            Consents.none(),
            "k1",
            List.of(child("c1", 11, "LOCHEE")));
    private static final Heard WITHDRAWN = new Heard("ReferralWithdrawn", Map.of(), Map.of(), List.of());

    @Test
    void waitsWithADecisionUntilTheReferralIsKnown() {
        Accepted<Allocation, AllocationEvent> early =
                decision(Allocation.unheard(), 1, List.of("c1"), SupportCode.COUNSELLING);

        assertThat(early.events()).isEmpty();
        assertThat(early.state().isOpened()).isFalse();

        assertThat(early.state().received(FAMILY).events())
                .containsExactly(
                        new AllocationEvent.AllocationOpened(1, List.of(SupportCode.COUNSELLING), List.of("c1")));
    }

    @Test
    void opensNothingForAReferralThatHasBeenWithdrawn() {
        Allocation withdrawn = Allocation.unheard().received(FAMILY).state().heard(WITHDRAWN);

        assertThat(decision(withdrawn, 1, List.of("c1"), SupportCode.COUNSELLING)
                        .events())
                .isEmpty();
    }

    @Test
    void takesEveryLiveOfferBackWhenTheReferralIsWithdrawn() {
        Allocation two = offered(answered(offered(opened(), "o1", false), "o1", new Accept()), "o2", false);

        Accepted<Allocation, AllocationEvent> ended = two.heard(WITHDRAWN).withdrawn(NOW);

        assertThat(ended.events())
                .hasExactlyElementsOfTypes(
                        AllocationEvent.OfferRevoked.class,
                        AllocationEvent.OfferRevoked.class,
                        AllocationEvent.AllocationClosed.class);
        assertThat(ended.state().status()).isEqualTo(Status.WITHDRAWN);
        assertThat(ended.state().offers()).extracting(Offer::state).containsOnly(OfferState.REVOKED);
        assertThat(ended.state().placesToRelease()).containsOnlyKeys("o1", "o2");
        assertThat(ended.state().lookup().nextDueAt()).isEqualTo(Lookup.AT_ONCE);
    }

    @Test
    void goesOnWhenScreeningBeginsAgain() {
        Allocation reopened = offered(opened(), "o1", false).heard(reopening(2, "c1"));

        assertThat(reopened.status()).isEqualTo(Status.IN_SCREENING);
        assertThat(reopened.allocationStatus()).isEqualTo(Status.ALLOCATING);
        assertThat(reopened.offers()).extracting(Offer::state).containsExactly(OfferState.OFFERED);
    }

    @Test
    void opensAgainWithTheRoundThatFollows() {
        Allocation reopened = opened().heard(reopening(2, "c1"));

        Accepted<Allocation, AllocationEvent> second = decision(reopened, 2, List.of("c1"), SupportCode.MENTORING);

        assertThat(second.events())
                .containsExactly(
                        new AllocationEvent.AllocationOpened(2, List.of(SupportCode.MENTORING), List.of("c1")));
        assertThat(second.state().status()).isEqualTo(Status.ALLOCATING);
    }

    @Test
    void isWidenedByADecisionForAnotherChild() {
        List<Child> siblings = List.of(child("c1", 11, "LOCHEE"), child("c2", 3, "LOCHEE"));
        Allocation forOne = Families.decided(
                Allocation.unheard()
                        .received(new Family(
                                "r1",
                                "FORT-7K2M-9QXA",
                                Lane.FAMILY_SUPPORT,
                                false,
                                true,
                                Consents.none(),
                                "k1",
                                siblings))
                        .state(),
                1,
                List.of("c1"),
                SupportCode.COUNSELLING);

        Accepted<Allocation, AllocationEvent> both = decision(forOne, 1, List.of("c2"), SupportCode.PARENTING);

        assertThat(both.events())
                .containsExactly(new AllocationEvent.AllocationOpened(
                        1, List.of(SupportCode.PARENTING, SupportCode.COUNSELLING), List.of("c1", "c2")));
    }

    @Test
    void letsRunningSupportRunWhenItIsWidened() {
        Allocation running = answered(answered(offered(opened(), "o1", false), "o1", new Accept()), "o1", new Start());

        Accepted<Allocation, AllocationEvent> widened = decision(running, 1, List.of("c1"), SupportCode.PARENTING);

        assertThat(widened.events()).isEmpty();
        assertThat(widened.state().status()).isEqualTo(Status.SUPPORT_ACTIVE);
        assertThat(widened.state().knownPlan().supportCodes())
                .containsExactly(SupportCode.FAMILY_SUPPORT, SupportCode.PARENTING);
    }
}
