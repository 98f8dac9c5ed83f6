package scot.fort.allocation.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static scot.fort.allocation.allocation.Families.NOW;
import static scot.fort.allocation.allocation.Families.WORDS;
import static scot.fort.allocation.allocation.Families.child;
import static scot.fort.allocation.allocation.Families.proposal;
import static scot.fort.allocation.allocation.Families.reopening;
import static scot.fort.allocation.directory.SupportCode.FAMILY_SUPPORT;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import scot.fort.allocation.allocation.OfferCommand.Accept;
import scot.fort.allocation.allocation.OfferCommand.Complete;
import scot.fort.allocation.allocation.OfferCommand.Decline;
import scot.fort.allocation.allocation.OfferCommand.Fail;
import scot.fort.allocation.allocation.OfferCommand.Revoke;
import scot.fort.allocation.allocation.OfferCommand.Start;
import scot.fort.allocation.allocation.OfferCommand.Waitlist;
import scot.fort.allocation.directory.SupportService;
import scot.fort.platform.lifecycle.Consents;
import scot.fort.platform.lifecycle.Decision;
import scot.fort.platform.lifecycle.Decision.Accepted;
import scot.fort.platform.lifecycle.Lane;
import scot.fort.platform.lifecycle.Status;

/** Whatever people decide, in whatever order, no child is forgotten and no offer is left behind. */
class AllocationWalkTests {

    private static final List<String> REFS = List.of("c1", "c2", "c3");
    private static final List<Child> CHILDREN =
            List.of(child("c1", 11, null), child("c2", 3, null), child("c3", 16, null));
    private static final List<SupportService> SERVICES = List.of(
            Families.service("young", 20, 0, 5, Set.of(), FAMILY_SUPPORT),
            Families.service("school", 20, 5, 12, Set.of(), FAMILY_SUPPORT),
            Families.service("all", 20, 0, 17, Set.of(), FAMILY_SUPPORT));
    private static final List<OfferCommand> COMMANDS = List.of(
            new Accept(),
            new Accept(),
            new Start(),
            new Start(),
            new Complete("GOALS_MET", List.of(), Words.NONE),
            new Decline(OfferAnswer.NO_CAPACITY, "FULL", Words.NONE),
            new Waitlist(),
            new Fail("OTHER", Words.NONE),
            new Revoke("OTHER", Words.NONE));

    static IntStream seeds() {
        return IntStream.range(0, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void forgetsNoChildAndLeavesNoOfferBehind(int seed) {
        Random random = new Random(seed);
        Allocation allocation = Families.decided(
                Allocation.unheard()
                        .received(new Family(
                                "r1",
                                "FORT-7K2M-9QXA",
                                Lane.FAMILY_SUPPORT,
                                false,
                                true,
                                Consents.none(),
                                "k1",
                                CHILDREN))
                        .state(),
                1,
                some(random),
                FAMILY_SUPPORT);
        for (int step = 2; step < 60; step++) {
            allocation = step(allocation, step, random);
            assertThatNothingIsForgotten(allocation);
        }
    }

    private static Allocation step(Allocation allocation, int step, Random random) {
        OfferDecisions decisions = OfferDecisions.on(allocation);
        return switch (random.nextInt(12)) {
            case 0 -> Families.decided(again(allocation, step), step, some(random), FAMILY_SUPPORT);
            case 1 ->
                Families.otherwise(again(allocation, step), step, some(random).toArray(String[]::new))
                        .state();
            case 2 -> stateAfter(allocation, decisions.exhausted(1));
            case 3 -> stateAfter(allocation, decisions.close("OTHER", WORDS, NOW));
            case 4 -> stateAfter(allocation, decisions.expire(random.nextInt(4) == 0 ? Instant.MAX : NOW));
            case 5, 6, 7 -> offered(allocation, "o" + step, pick(SERVICES, random), random.nextBoolean());
            default ->
                allocation.offers().isEmpty()
                        ? allocation
                        : stateAfter(
                                allocation,
                                decisions.answer(
                                        pick(allocation.offers(), random).id(), pick(COMMANDS, random), WORDS, NOW));
        };
    }

    private static Allocation again(Allocation allocation, int round) {
        return allocation.heard(reopening(round, REFS.toArray(String[]::new)));
    }

    private static Allocation offered(Allocation allocation, String newId, SupportService service, boolean automatic) {
        OfferDecisions decisions = OfferDecisions.on(allocation);
        String id = decisions.waitingWith(service.id()).map(Offer::id).orElse(newId);
        boolean fits = !Matching.taken(allocation.sought(), service.profile()).isEmpty();
        return fits ? stateAfter(allocation, decisions.offer(proposal(id, service, automatic), NOW)) : allocation;
    }

    private static Allocation stateAfter(Allocation before, Decision<Allocation, AllocationEvent> decision) {
        return decision instanceof Accepted<Allocation, AllocationEvent>(var after, var events) ? after : before;
    }

    private static void assertThatNothingIsForgotten(Allocation allocation) {
        Coverage coverage = Coverage.of(allocation);
        Set<String> running = allocation.offers().stream()
                .filter(offer -> offer.state() == OfferState.STARTED)
                .map(Offer::id)
                .collect(Collectors.toSet());
        assertThat(allocation.standing().offersRunning()).isEqualTo(running);
        assertThat(allocation.offers())
                .filteredOn(offer -> offer.state().isLive())
                .allMatch(offer -> offer.childrenRefs().stream().anyMatch(coverage.planned()::contains));
        if (allocation.allocationStatus() == Status.CLOSED) {
            assertThat(allocation.offers()).noneMatch(offer -> offer.state().isLive());
        }
        if (allocation.allocationStatus() == Status.SUPPORT_ACTIVE) {
            assertThat(running).isNotEmpty();
            assertThat(coverage.unsupported()).isEmpty();
        }
        if (allocation.allocationStatus() == Status.UNALLOCATED) {
            assertThat(coverage.isPlaceAwaited()).isFalse();
        }
    }

    private static List<String> some(Random random) {
        List<String> some = REFS.stream().filter(any -> random.nextBoolean()).toList();
        return some.isEmpty() ? REFS : some;
    }

    private static <T> T pick(List<T> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }
}
