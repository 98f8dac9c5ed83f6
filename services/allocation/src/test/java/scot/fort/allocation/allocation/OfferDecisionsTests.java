package scot.fort.allocation.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static scot.fort.allocation.allocation.Families.END;
import static scot.fort.allocation.allocation.Families.NOW;
import static scot.fort.allocation.allocation.Families.WORDS;
import static scot.fort.allocation.allocation.Families.accepted;
import static scot.fort.allocation.allocation.Families.answered;
import static scot.fort.allocation.allocation.Families.offered;
import static scot.fort.allocation.allocation.Families.opened;
import static scot.fort.allocation.allocation.Families.proposal;
import static scot.fort.allocation.allocation.Families.service;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import scot.fort.allocation.allocation.OfferCommand.Accept;
import scot.fort.allocation.allocation.OfferCommand.Complete;
import scot.fort.allocation.allocation.OfferCommand.Decline;
import scot.fort.allocation.allocation.OfferCommand.Fail;
import scot.fort.allocation.allocation.OfferCommand.Progress;
import scot.fort.allocation.allocation.OfferCommand.RaiseConcern;
import scot.fort.allocation.allocation.OfferCommand.Revoke;
import scot.fort.allocation.allocation.OfferCommand.Start;
import scot.fort.allocation.allocation.OfferCommand.Waitlist;
import scot.fort.allocation.directory.SupportCode;
import scot.fort.platform.lifecycle.Decision;
import scot.fort.platform.lifecycle.Decision.Accepted;
import scot.fort.platform.lifecycle.Decision.Refused;
import scot.fort.platform.lifecycle.Status;
import scot.fort.platform.sealing.Sealed;

class OfferDecisionsTests {

    private static final Words TEXT = Words.of("text");
    private static final List<OfferCommand> COMMANDS = List.of(
            new Accept(),
            new Decline(OfferAnswer.NO_CAPACITY, "FULL", TEXT),
            new Waitlist(),
            new Start(),
            new Progress(List.of(), TEXT),
            new Complete("GOALS_MET", List.of(), TEXT),
            new Fail("DISENGAGED", TEXT),
            new RaiseConcern(TEXT),
            new Revoke("CHANGED_MIND", TEXT));

    /** Of a third of what may be noted. */
    private static final SealedWords LONG_WORDS =
            new SealedWords(new Sealed("k1", new byte[(int) (OfferCommand.MOST_NOTED / 3 - Sealed.AROUND)]), null);

    private static Allocation in(OfferState state) {
        Allocation made = offered(opened(), "o1", false);
        List<Offer> moved = made.offersWith("o1", offer -> offer.moved(state, NOW));
        List<AllocationEvent> told = state == OfferState.STARTED
                ? List.of(new AllocationEvent.SupportStarted(1, moved.getFirst()))
                : List.of();
        Allocation allocation = made.after(moved, false, told).state();
        assertThat(allocation.offer("o1").orElseThrow().state()).isEqualTo(state);
        return allocation;
    }

    static Stream<Arguments> everyCommandInEveryState() {
        return COMMANDS.stream()
                .flatMap(command -> Arrays.stream(OfferState.values()).map(state -> Arguments.of(command, state)));
    }

    @ParameterizedTest
    @MethodSource("everyCommandInEveryState")
    void takesACommandWhereTheTableAllowsItAndElseSaysWhatItAllows(OfferCommand command, OfferState state) {
        Decision<Allocation, AllocationEvent> decision =
                OfferDecisions.on(in(state)).answer("o1", command, WORDS, NOW);

        switch (decision) {
            case Accepted<Allocation, AllocationEvent>(var after, var events) -> {
                OfferState next = command.leadsTo() == null ? state : command.leadsTo();
                assertThat(command.isLegalIn(state)).isTrue();
                assertThat(after.offer("o1").orElseThrow())
                        .returns(next, Offer::state)
                        .returns(3L, Offer::version);
                assertThat(events).hasSize(1);
            }
            case Refused<Allocation, AllocationEvent>(var refusal) -> {
                assertThat(command.isLegalIn(state)).isFalse();
                assertThat(refusal.code()).isEqualTo("illegal-transition");
                assertThat(refusal.allowed())
                        .containsExactlyInAnyOrderElementsOf(
                                state.next().stream().map(Enum::name).toList());
            }
        }
    }

    @Test
    void refusesAnAnswerThatComesAfterTheEnd() {
        Decision<Allocation, AllocationEvent> late =
                OfferDecisions.on(offered(opened(), "o1", false)).answer("o1", new Accept(), WORDS, END);

        assertThat(late).isInstanceOf(Refused.class);
    }

    @Test
    void recordsTheEndOfWhatIsOverdueAndOfNothingElse() {
        Allocation two = offered(answered(offered(opened(), "o1", false), "o1", new Accept()), "o2", false);

        Accepted<Allocation, AllocationEvent> early =
                accepted(OfferDecisions.on(two).expire(NOW));
        Accepted<Allocation, AllocationEvent> late =
                accepted(OfferDecisions.on(two).expire(END));

        assertThat(early.events()).isEmpty();
        assertThat(late.events()).singleElement().isInstanceOf(AllocationEvent.OfferExpired.class);
        assertThat(late.state().offer("o1").orElseThrow().state()).isEqualTo(OfferState.ACCEPTED);
    }

    @Test
    void goesOnByItselfAfterWhatItChoseItselfOnly() {
        Decline decline = new Decline(OfferAnswer.NO_CAPACITY, "FULL", Words.NONE);

        assertThat(answered(offered(opened(), "o1", true), "o1", decline).searching())
                .isTrue();
        assertThat(answered(offered(opened(), "o1", false), "o1", decline).searching())
                .isFalse();
        assertThat(answered(offered(opened(), "o1", true), "o1", new Waitlist()).searching())
                .isTrue();
        assertThat(accepted(OfferDecisions.on(offered(opened(), "o1", true)).expire(END))
                        .state()
                        .lookup())
                .returns(Lookup.AT_ONCE, Lookup::nextDueAt);
    }

    @Test
    void doesNotGoOnWhileAnotherOfferIsOut() {
        Allocation two = offered(offered(opened(), "o1", true), "o2", false);

        assertThat(answered(two, "o1", new Decline(OfferAnswer.NO_CAPACITY, "FULL", Words.NONE))
                        .searching())
                .isFalse();
    }

    @Test
    void isExhaustedOnceAndOnlyWhenNobodyIsLeftToAnswer() {
        Accepted<Allocation, AllocationEvent> exhausted =
                accepted(OfferDecisions.on(opened()).exhausted(4));

        assertThat(exhausted.events()).containsExactly(new AllocationEvent.AllocationExhausted(1, 4, null));
        assertThat(exhausted.state().status()).isEqualTo(Status.UNALLOCATED);
        assertThat(accepted(OfferDecisions.on(exhausted.state()).exhausted(4)).events())
                .isEmpty();
        assertThat(accepted(OfferDecisions.on(offered(opened(), "o1", true)).exhausted(4))
                        .events())
                .isEmpty();
    }

    @Test
    void offersAPlaceAgainToWhomTheFamilyWaitsWith() {
        Allocation waiting = answered(offered(opened(), "o1", false), "o1", new Waitlist());

        Accepted<Allocation, AllocationEvent> again = accepted(OfferDecisions.on(waiting)
                .offer(proposal("o1", service("s-o1", 1, SupportCode.FAMILY_SUPPORT), false), NOW));

        assertThat(again.state().offers())
                .singleElement()
                .returns("o1", Offer::id)
                .returns(OfferState.OFFERED, Offer::state);
        assertThat(again.events()).singleElement().isInstanceOf(AllocationEvent.SupportOffered.class);
    }

    @Test
    void asksNoServiceTwiceAtATime() {
        Decision<Allocation, AllocationEvent> twice = OfferDecisions.on(offered(opened(), "o1", false))
                .offer(proposal("o2", service("s-o1", 1, SupportCode.FAMILY_SUPPORT), false), NOW);

        assertThat(twice).isInstanceOf(Refused.class);
    }

    @Test
    void closesOnlyWhatIsExhaustedAndTakesWaitingOffersBack() {
        Allocation waiting = answered(offered(opened(), "o1", true), "o1", new Waitlist());
        Allocation exhausted = accepted(OfferDecisions.on(waiting).exhausted(1)).state();

        assertThat(OfferDecisions.on(opened()).close("NO_SERVICE", WORDS, NOW)).isInstanceOf(Refused.class);
        Accepted<Allocation, AllocationEvent> closed =
                accepted(OfferDecisions.on(exhausted).close("NO_SERVICE", WORDS, NOW));

        assertThat(closed.events())
                .hasExactlyElementsOfTypes(AllocationEvent.OfferRevoked.class, AllocationEvent.AllocationClosed.class);
        assertThat(closed.state().status()).isEqualTo(Status.CLOSED);
        assertThat(OfferRefusals.of(closed.state()).toOffer()).isPresent();
        assertThat(accepted(OfferDecisions.on(closed.state()).expire(END)).events())
                .isEmpty();
    }

    @Test
    void staysExhaustedWhenAWaitingOfferIsTakenBack() {
        Allocation waiting = answered(offered(opened(), "o1", true), "o1", new Waitlist());
        Allocation exhausted = accepted(OfferDecisions.on(waiting).exhausted(1)).state();

        assertThat(answered(exhausted, "o1", new Revoke("CHANGED_MIND", Words.NONE))
                        .status())
                .isEqualTo(Status.UNALLOCATED);
    }

    @Test
    void followsSupportToItsEnd() {
        Allocation started = answered(answered(offered(opened(), "o1", false), "o1", new Accept()), "o1", new Start());

        assertThat(started.status()).isEqualTo(Status.SUPPORT_ACTIVE);
        assertThat(answered(started, "o1", new Complete("GOALS_MET", List.of(), Words.NONE))
                        .status())
                .isEqualTo(Status.CLOSED);
        assertThat(answered(started, "o1", new Fail("DISENGAGED", Words.NONE)).status())
                .isEqualTo(Status.ALLOCATING);
    }

    @Test
    void takesNoMoreNotesThanEveryServiceCanKeepButAWorryBesides() {
        Allocation noted = in(OfferState.STARTED);
        for (int note = 0; note < 3; note++) {
            noted = written(noted, new Progress(List.of(), TEXT)).state();
        }

        assertThat(refusal(noted, new Progress(List.of(), TEXT))).isEqualTo("too-large");
        for (int worry = 0; worry < 3; worry++) {
            noted = written(noted, new RaiseConcern(TEXT)).state();
        }
        assertThat(refusal(noted, new RaiseConcern(TEXT))).isEqualTo("too-large");
        assertThat(written(noted, new Complete("GOALS_MET", List.of(), TEXT))
                        .state()
                        .status())
                .isEqualTo(Status.CLOSED);
    }

    @Test
    void countsWhatWasNotedUnderOtherOffersToo() {
        Allocation noted = in(OfferState.STARTED);
        for (int note = 0; note < 3; note++) {
            noted = written(noted, new Progress(List.of(), TEXT)).state();
        }
        Allocation failed = written(noted, new Fail("DISENGAGED", TEXT)).state();
        Allocation again = offered(failed, "o2", false);
        Allocation started = answered(answered(again, "o2", new Accept()), "o2", new Start());

        assertThat(OfferDecisions.on(started).answer("o2", new Progress(List.of(), TEXT), LONG_WORDS, NOW))
                .isInstanceOf(Refused.class);
    }

    @Test
    void countsWhatStandsAroundTheShortestNoteToo() {
        SealedWords almostAll =
                new SealedWords(new Sealed("k1", new byte[(int) (OfferCommand.MOST_NOTED - 2 * Sealed.AROUND)]), null);
        Progress note = new Progress(List.of(), TEXT);
        Allocation noted = accepted(OfferDecisions.on(in(OfferState.STARTED)).answer("o1", note, almostAll, NOW))
                .state();

        assertThat(OfferDecisions.on(noted).answer("o1", note, WORDS, NOW)).isInstanceOf(Refused.class);
    }

    private static Accepted<Allocation, AllocationEvent> written(Allocation allocation, OfferCommand command) {
        return accepted(OfferDecisions.on(allocation).answer("o1", command, LONG_WORDS, NOW));
    }

    private static String refusal(Allocation allocation, OfferCommand command) {
        return ((Refused<Allocation, AllocationEvent>)
                        OfferDecisions.on(allocation).answer("o1", command, LONG_WORDS, NOW))
                .refusal()
                .code();
    }
}
