package scot.fort.allocation.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static scot.fort.allocation.allocation.Families.NOW;
import static scot.fort.allocation.allocation.Families.WORDS;
import static scot.fort.allocation.allocation.Families.answered;
import static scot.fort.allocation.allocation.Families.child;
import static scot.fort.allocation.allocation.Families.decision;
import static scot.fort.allocation.allocation.Families.offered;
import static scot.fort.allocation.allocation.Families.opened;
import static scot.fort.allocation.allocation.Families.otherwise;
import static scot.fort.allocation.allocation.Families.reopening;
import static scot.fort.allocation.allocation.Families.service;
import static scot.fort.allocation.allocation.Families.started;
import static scot.fort.allocation.directory.SupportCode.FAMILY_SUPPORT;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import scot.fort.allocation.allocation.AllocationEvent.AllocationClosed;
import scot.fort.allocation.allocation.AllocationEvent.AllocationOpened;
import scot.fort.allocation.allocation.AllocationEvent.OfferRevoked;
import scot.fort.allocation.allocation.AllocationEvent.SupportContinued;
import scot.fort.allocation.allocation.Families.Heard;
import scot.fort.allocation.allocation.OfferCommand.Accept;
import scot.fort.allocation.allocation.OfferCommand.Complete;
import scot.fort.allocation.allocation.OfferCommand.RaiseConcern;
import scot.fort.platform.lifecycle.Consents;
import scot.fort.platform.lifecycle.Decision.Accepted;
import scot.fort.platform.lifecycle.Decision.Refused;
import scot.fort.platform.lifecycle.Lane;
import scot.fort.platform.lifecycle.Status;

class HubDecisionsTests {

    private static final List<Child> SIBLINGS = List.of(child("c1", 11, "LOCHEE"), child("c2", 3, "LOCHEE"));
    private static final Heard WITHDRAWN = new Heard("ReferralWithdrawn", Map.of(), Map.of(), List.of());

    private final Allocation family = offered(opened(SIBLINGS, FAMILY_SUPPORT), "o1", false);
    private final Allocation worried = started(family, "o1").heard(reopening(2, "c1", "c2"));

    @Test
    void letsSupportRunWhileTheHubLooksIntoAConcern() {
        assertThat(worried.status()).isEqualTo(Status.IN_SCREENING);
        assertThat(worried.offers()).extracting(Offer::state).containsExactly(OfferState.STARTED);
    }

    @Test
    void goesOnUnderTheRoundThatDecidesOnSupportAgain() {
        Accepted<Allocation, AllocationEvent> again = decision(worried, 2, List.of("c1", "c2"), FAMILY_SUPPORT);

        assertThat(again.events())
                .singleElement()
                .isInstanceOfSatisfying(SupportContinued.class, continued -> assertThat(continued)
                        .returns(2, SupportContinued::round)
                        .returns("o1", event -> event.offer().id()));
        assertThat(again.state().status()).isEqualTo(Status.SUPPORT_ACTIVE);
        assertThat(again.state().offers().getFirst().version())
                .isEqualTo(worried.offers().getFirst().version());
    }

    @Test
    void looksForWhomNoSupportRunsWhenItIsDecidedOnAgain() {
        Allocation older = started(
                        offered(
                                opened(SIBLINGS, FAMILY_SUPPORT),
                                "o1",
                                service("s1", 3, 5, 17, Set.of(), FAMILY_SUPPORT),
                                true),
                        "o1")
                .heard(reopening(2, "c1", "c2"));

        Accepted<Allocation, AllocationEvent> again = decision(older, 2, List.of("c1", "c2"), FAMILY_SUPPORT);

        assertThat(again.events())
                .hasExactlyElementsOfTypes(SupportContinued.class, AllocationOpened.class)
                .last()
                .isEqualTo(new AllocationOpened(2, List.of(FAMILY_SUPPORT), List.of("c2")));
        assertThat(again.state().status()).isEqualTo(Status.ALLOCATING);
    }

    @Test
    void looksAnewForWhoseSupportHasComeToItsEnd() {
        Complete complete = new Complete("GOALS_MET", List.of(), Words.NONE);
        Allocation both = started(offered(family, "o2", false), "o2");
        Allocation completed = answered(started(both, "o1"), "o1", complete).heard(reopening(2, "c1"));
        assertThat(completed.allocationStatus()).isEqualTo(Status.SUPPORT_ACTIVE);

        Allocation ended = answered(completed, "o2", complete);

        assertThat(ended.allocationStatus()).isEqualTo(Status.CLOSED);
        assertThat(decision(ended, 2, List.of("c1"), FAMILY_SUPPORT).events())
                .containsExactly(new AllocationOpened(2, List.of(FAMILY_SUPPORT), List.of("c1")));
    }

    @Test
    void takesSupportBackWhenTheHubDecidesOtherwiseOnAll() {
        Accepted<Allocation, AllocationEvent> decided = otherwise(worried, 2, "c1", "c2");

        assertThat(decided.events())
                .hasExactlyElementsOfTypes(OfferRevoked.class, AllocationClosed.class)
                .last()
                .isEqualTo(new AllocationClosed(1, "DECIDED_OTHERWISE", null));
        assertThat(decided.state().offers().getFirst())
                .returns(OfferState.REVOKED, Offer::state)
                .returns("DECIDED_OTHERWISE", Offer::reason);
        assertThat(decided.state().placesToRelease()).containsOnlyKeys("o1");
        assertThat(decided.state().status()).isEqualTo(Status.ESCALATED);
    }

    @Test
    void goesOnForTheOthersWhenTheHubDecidesOtherwiseOnOne() {
        Allocation decided = otherwise(worried, 2, "c2").state();

        assertThat(decided.offers()).extracting(Offer::state).containsExactly(OfferState.STARTED);
        assertThat(decided.children()).extracting(Child::ref).containsExactly("c1");
        assertThat(decision(decided, 2, List.of("c1"), FAMILY_SUPPORT).state())
                .returns(Status.ESCALATED, Allocation::status)
                .returns(Status.SUPPORT_ACTIVE, Allocation::allocationStatus);
    }

    @Test
    void takesBackWhatIsForTheOneAloneOnWhomTheHubDecidesOtherwise() {
        Allocation each = started(
                offered(
                        started(
                                offered(
                                        opened(SIBLINGS, FAMILY_SUPPORT),
                                        "o1",
                                        service("s1", 3, 5, 17, Set.of(), FAMILY_SUPPORT),
                                        true),
                                "o1"),
                        "o2",
                        service("s2", 3, 0, 4, Set.of(), FAMILY_SUPPORT),
                        true),
                "o2");

        Accepted<Allocation, AllocationEvent> decided = otherwise(each.heard(reopening(2, "c2")), 2, "c2");

        assertThat(decided.events()).hasExactlyElementsOfTypes(OfferRevoked.class, SupportContinued.class);
        assertThat(decided.state().offers())
                .extracting(Offer::state)
                .containsExactly(OfferState.STARTED, OfferState.REVOKED);
        assertThat(decided.state().allocationStatus()).isEqualTo(Status.SUPPORT_ACTIVE);
    }

    @Test
    void opensNothingForWhomTheHubHasDecidedOtherwiseSince() {
        Allocation early =
                decision(Allocation.unheard(), 1, List.of("c1"), FAMILY_SUPPORT).state();
        Family known =
                new Family("r1", "FORT-7K2M-9QXA", Lane.FAMILY_SUPPORT, false, true, Consents.none(), "k1", SIBLINGS);

        assertThat(otherwise(early.heard(reopening(2, "c1")), 2, "c1")
                        .state()
                        .received(known)
                        .events())
                .isEmpty();
    }

    @Test
    void takesOnlyARefusalOnceTheReferralHasEnded() {
        Allocation heard = family.heard(WITHDRAWN);
        Allocation concluded = started(family, "o1").heard(WITHDRAWN);

        assertThat(OfferDecisions.on(heard).answer("o1", new Accept(), WORDS, NOW))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.refusal())
                        .hasFieldOrPropertyWithValue("code", "illegal-transition"));
        assertThat(OfferDecisions.on(concluded).answer("o1", new RaiseConcern(Words.of("text")), WORDS, NOW))
                .isInstanceOf(Refused.class);
        assertThat(answered(heard, "o1", new OfferCommand.Decline(OfferAnswer.NO_CAPACITY, "FULL", Words.NONE))
                        .offers())
                .extracting(Offer::state)
                .containsExactly(OfferState.DECLINED);
    }
}
