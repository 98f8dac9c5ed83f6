package scot.fort.allocation.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static scot.fort.allocation.allocation.Families.NOW;
import static scot.fort.allocation.allocation.Families.WORDS;
import static scot.fort.allocation.allocation.Families.accepted;
import static scot.fort.allocation.allocation.Families.answered;
import static scot.fort.allocation.allocation.Families.child;
import static scot.fort.allocation.allocation.Families.decision;
import static scot.fort.allocation.allocation.Families.offered;
import static scot.fort.allocation.allocation.Families.opened;
import static scot.fort.allocation.allocation.Families.proposal;
import static scot.fort.allocation.allocation.Families.service;
import static scot.fort.allocation.allocation.Families.started;
import static scot.fort.allocation.directory.SupportCode.FAMILY_SUPPORT;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import scot.fort.allocation.allocation.AllocationEvent.AllocationClosed;
import scot.fort.allocation.allocation.AllocationEvent.AllocationOpened;
import scot.fort.allocation.allocation.AllocationEvent.OfferDeclined;
import scot.fort.allocation.allocation.AllocationEvent.OfferRevoked;
import scot.fort.allocation.allocation.AllocationEvent.SupportCompleted;
import scot.fort.allocation.allocation.AllocationEvent.SupportContinued;
import scot.fort.allocation.allocation.AllocationEvent.SupportStarted;
import scot.fort.allocation.allocation.OfferCommand.Accept;
import scot.fort.allocation.allocation.OfferCommand.Complete;
import scot.fort.allocation.allocation.OfferCommand.Decline;
import scot.fort.allocation.allocation.OfferCommand.Fail;
import scot.fort.allocation.allocation.OfferCommand.Start;
import scot.fort.allocation.allocation.OfferCommand.Waitlist;
import scot.fort.allocation.directory.SupportService;
import scot.fort.platform.lifecycle.Consents;
import scot.fort.platform.lifecycle.Decision.Accepted;
import scot.fort.platform.lifecycle.Lane;
import scot.fort.platform.lifecycle.Status;

/** A referral with two children, eleven and three years old, whose support need not begin or end together. */
class SiblingTests {

    private static final List<Child> SIBLINGS = List.of(child("c1", 11, "LOCHEE"), child("c2", 3, "LOCHEE"));
    private static final Complete COMPLETE = new Complete("GOALS_MET", List.of(), Words.NONE);
    private static final Decline DECLINE = new Decline(OfferAnswer.NO_CAPACITY, "FULL", Words.NONE);
    private static final SupportService FOR_THE_OLDER = service("s-older", 3, 5, 17, Set.of(), FAMILY_SUPPORT);
    private static final SupportService FOR_THE_YOUNGER = service("s-younger", 3, 0, 4, Set.of(), FAMILY_SUPPORT);

    private final Allocation forOne = Families.decided(
            Allocation.unheard()
                    .received(new Family(
                            "r1", "FORT-7K2M-9QXA", Lane.FAMILY_SUPPORT, false, true, Consents.none(), "k1", SIBLINGS))
                    .state(),
            1,
            List.of("c1"),
            FAMILY_SUPPORT);
    private final Allocation running = started(offered(forOne, "o1", false), "o1");
    private final Allocation sought =
            decision(running, 1, List.of("c2"), FAMILY_SUPPORT).state();

    @Test
    void looksForASiblingWhileSupportRuns() {
        Accepted<Allocation, AllocationEvent> decided = decision(running, 1, List.of("c2"), FAMILY_SUPPORT);

        assertThat(decided.events()).containsExactly(new AllocationOpened(1, List.of(FAMILY_SUPPORT), List.of("c2")));
        assertThat(decided.state().status()).isEqualTo(Status.ALLOCATING);
        assertThat(decided.state().sought()).extracting(Child::ref).containsExactly("c2");
    }

    @Test
    void isActiveAgainWhenSupportBeginsForTheSibling() {
        Allocation both = started(offered(sought, "o2", FOR_THE_YOUNGER, true), "o2");

        assertThat(both.status()).isEqualTo(Status.SUPPORT_ACTIVE);
        assertThat(answered(both, "o1", COMPLETE).status()).isEqualTo(Status.SUPPORT_ACTIVE);
        assertThat(answered(answered(both, "o1", COMPLETE), "o2", COMPLETE).status())
                .isEqualTo(Status.CLOSED);
    }

    @Test
    void forgetsNoSiblingWhenSupportIsCompleted() {
        Allocation completed = answered(sought, "o1", COMPLETE);

        assertThat(completed.status()).isEqualTo(Status.ALLOCATING);
        assertThat(OfferRefusals.of(completed).toOffer()).isEmpty();
    }

    @Test
    void saysWhomItGoesOnLookingForWhenSupportBeginsForSomeOfThem() {
        Allocation accepted =
                answered(offered(opened(SIBLINGS, FAMILY_SUPPORT), "o1", FOR_THE_OLDER, true), "o1", new Accept());

        Accepted<Allocation, AllocationEvent> begun =
                accepted(OfferDecisions.on(accepted).answer("o1", new Start(), WORDS, NOW));

        assertThat(begun.events())
                .hasExactlyElementsOfTypes(SupportStarted.class, AllocationOpened.class)
                .last()
                .isEqualTo(new AllocationOpened(1, List.of(FAMILY_SUPPORT), List.of("c2")));
        assertThat(begun.state().status()).isEqualTo(Status.ALLOCATING);
    }

    @Test
    void takesAServiceChosenByHandToBeForAllOfThem() {
        Allocation both = offered(opened(SIBLINGS, FAMILY_SUPPORT), "o1", FOR_THE_OLDER, false);

        assertThat(both.offers().getFirst().childrenRefs()).containsExactly("c1", "c2");
        assertThat(started(both, "o1").status()).isEqualTo(Status.SUPPORT_ACTIVE);
    }

    @Test
    void goesOnByItselfForTheSiblingThoughSupportRuns() {
        Allocation declined = answered(offered(sought, "o2", FOR_THE_YOUNGER, true), "o2", DECLINE);

        assertThat(declined.searching()).isTrue();
    }

    @Test
    void mayAskTheServiceThatSupportsTheOtherChild() {
        SupportService same = service("s-o1", 1, FAMILY_SUPPORT);

        assertThat(OfferRefusals.of(running).toOffer("s-o1")).isPresent();
        assertThat(accepted(OfferDecisions.on(sought).offer(proposal("o2", same, false), NOW))
                        .state()
                        .offers())
                .hasSize(2);
    }

    @Test
    void isExhaustedForTheSiblingWhileSupportRunsAndStaysSo() {
        Allocation exhausted = accepted(OfferDecisions.on(sought).exhausted(0)).state();

        assertThat(exhausted.status()).isEqualTo(Status.UNALLOCATED);
        assertThat(answered(exhausted, "o1", COMPLETE).status()).isEqualTo(Status.UNALLOCATED);
    }

    @Test
    void givesTheSiblingUpWithoutEndingTheSupportThatRuns() {
        Allocation exhausted = accepted(OfferDecisions.on(sought).exhausted(0)).state();

        Accepted<Allocation, AllocationEvent> closed =
                accepted(OfferDecisions.on(exhausted).close("NO_SERVICE", WORDS, NOW));

        assertThat(closed.events()).hasExactlyElementsOfTypes(AllocationClosed.class, SupportContinued.class);
        assertThat(closed.state().status()).isEqualTo(Status.SUPPORT_ACTIVE);
        assertThat(answered(closed.state(), "o1", COMPLETE).status()).isEqualTo(Status.CLOSED);
    }

    @Test
    void staysOpenWhileAnotherOfferMayStillComeToSomething() {
        Allocation two = started(offered(offered(opened(), "o1", false), "o2", false), "o1");

        Accepted<Allocation, AllocationEvent> completed =
                accepted(OfferDecisions.on(two).answer("o1", COMPLETE, WORDS, NOW));
        Accepted<Allocation, AllocationEvent> declined =
                accepted(OfferDecisions.on(completed.state()).answer("o2", DECLINE, WORDS, NOW));

        assertThat(completed.events()).hasExactlyElementsOfTypes(SupportCompleted.class, AllocationOpened.class);
        assertThat(completed.state().status()).isEqualTo(Status.ALLOCATING);
        assertThat(declined.events()).hasExactlyElementsOfTypes(OfferDeclined.class, AllocationClosed.class);
        assertThat(declined.state().status()).isEqualTo(Status.CLOSED);
    }

    @Test
    void leavesNobodyWaitingBehindAClosedDoor() {
        Allocation waiting = answered(offered(opened(), "o1", true), "o1", new Waitlist());
        Allocation exhausted = accepted(OfferDecisions.on(waiting).exhausted(1)).state();

        assertThat(accepted(OfferDecisions.on(exhausted).close("NO_SERVICE", WORDS, NOW))
                        .events()
                        .getFirst())
                .isInstanceOfSatisfying(
                        OfferRevoked.class, gone -> assertThat(gone.reason()).isEqualTo("ALLOCATION_CLOSED"));
    }

    @Test
    void looksAgainWhenSupportOfOneOfThemIsLost() {
        Allocation both = started(offered(sought, "o2", FOR_THE_YOUNGER, true), "o2");

        Allocation lost = answered(both, "o2", new Fail("DISENGAGED", Words.NONE));

        assertThat(lost.status()).isEqualTo(Status.ALLOCATING);
        assertThat(lost.sought()).extracting(Child::ref).containsExactly("c2");
    }
}
