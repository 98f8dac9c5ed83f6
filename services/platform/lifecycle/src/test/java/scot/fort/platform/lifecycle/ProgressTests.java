package scot.fort.platform.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class ProgressTests {

    private static final List<String> BOTH = List.of("c1", "c2");

    /** One list per source, each in its own order. */
    private final List<UnaryOperator<Progress>> intake = new ArrayList<>();

    private final List<UnaryOperator<Progress>> triage = new ArrayList<>();
    private final List<UnaryOperator<Progress>> allocation = new ArrayList<>();

    @Test
    void isReceivedUntilTheFirstClaim() {
        triage.add(p -> p.queued(1, 1, BOTH));

        assertThatEveryOrderGives(Status.RECEIVED);

        triage.add(Progress::claimed);

        assertThatEveryOrderGives(Status.IN_SCREENING);
    }

    @Test
    void waitsForTheReferrerOnlyWhileTheLastQuestionIsUnanswered() {
        triage.addAll(List.of(p -> p.queued(1, 1, BOTH), Progress::claimed, p -> p.asked(1)));

        assertThatEveryOrderGives(Status.INFORMATION_REQUESTED);

        intake.add(p -> p.answered(1));

        assertThatEveryOrderGives(Status.IN_SCREENING);
    }

    @Test
    void waitsNoLongerForAnAnswerThatWasDecidedWithout() {
        triage.addAll(List.of(
                p -> p.queued(1, 1, BOTH),
                Progress::claimed,
                p -> p.asked(1),
                p -> p.decided(1, List.of(), Status.ESCALATED)));

        assertThatEveryOrderGives(Status.ESCALATED);

        triage.add(p -> p.reopened(2, 1, List.of()));

        assertThatEveryOrderGives(Status.IN_SCREENING);

        triage.add(p -> p.asked(2));

        assertThatEveryOrderGives(Status.INFORMATION_REQUESTED);
    }

    @Test
    void staysAnsweredWhenAnEarlierQuestionIsAnsweredLate() {
        triage.addAll(List.of(p -> p.queued(1, 1, BOTH), Progress::claimed, p -> p.asked(1), p -> p.asked(2)));
        intake.addAll(List.of(p -> p.answered(2), p -> p.answered(1)));

        assertThatEveryOrderGives(Status.IN_SCREENING);
    }

    @Test
    void followsTheAllocationOfTheSameRoundOnly() {
        triage.addAll(
                List.of(p -> p.queued(1, 1, BOTH), Progress::claimed, p -> p.decided(1, List.of(), Status.ALLOCATING)));
        allocation.addAll(List.of(
                p -> p.allocation(1, Status.ALLOCATING),
                p -> p.allocation(1, Status.SUPPORT_ACTIVE),
                p -> p.allocation(1, Status.CLOSED)));

        assertThatEveryOrderGives(Status.CLOSED);

        triage.addAll(List.of(p -> p.reopened(2, 1, List.of()), p -> p.decided(2, BOTH, Status.ALLOCATING)));

        assertThatEveryOrderGives(Status.ALLOCATING);

        allocation.add(p -> p.allocation(2, Status.UNALLOCATED));

        assertThatEveryOrderGives(Status.UNALLOCATED);
    }

    @Test
    void isReceivedAgainFromTheResubmissionOnAndScreenedFromTheNextClaimOn() {
        triage.addAll(
                List.of(p -> p.queued(1, 1, BOTH), Progress::claimed, p -> p.decided(1, List.of(), Status.RETURNED)));

        assertThatEveryOrderGives(Status.RETURNED);

        intake.add(p -> p.resubmitted(2));

        assertThatEveryOrderGives(Status.RECEIVED);

        triage.add(p -> p.reopened(2, 2, List.of()));

        assertThatEveryOrderGives(Status.RECEIVED);

        triage.add(Progress::claimed);

        assertThatEveryOrderGives(Status.IN_SCREENING);
    }

    @Test
    void isTheMostPressingStatusThatOneOfTheChildrenHas() {
        triage.addAll(List.of(
                p -> p.queued(1, 1, BOTH), Progress::claimed, p -> p.decided(1, List.of("c1"), Status.ALLOCATING)));

        assertThatEveryOrderGives(Status.IN_SCREENING);

        triage.add(p -> p.decided(1, List.of("c2"), Status.ESCALATED));
        allocation.add(p -> p.allocation(1, Status.SUPPORT_ACTIVE));

        assertThatEveryOrderGives(Status.ESCALATED);

        triage.add(p -> p.decided(1, List.of("c2"), Status.CLOSED));

        assertThatEveryOrderGives(Status.SUPPORT_ACTIVE);
    }

    @Test
    void staysWithdrawnWhateverElseIsHeard() {
        intake.add(Progress::withdrawn);
        triage.addAll(
                List.of(p -> p.queued(1, 1, BOTH), Progress::claimed, p -> p.decided(1, List.of(), Status.ALLOCATING)));
        allocation.add(p -> p.allocation(1, Status.SUPPORT_ACTIVE));

        assertThatEveryOrderGives(Status.WITHDRAWN);
    }

    private void assertThatEveryOrderGives(Status expected) {
        interleave(Progress.none(), 0, 0, 0, expected);
    }

    private void interleave(Progress progress, int i, int t, int a, Status expected) {
        if (i == intake.size() && t == triage.size() && a == allocation.size()) {
            assertThat(progress.status()).isEqualTo(expected);
        }
        if (i < intake.size()) {
            interleave(intake.get(i).apply(progress), i + 1, t, a, expected);
        }
        if (t < triage.size()) {
            interleave(triage.get(t).apply(progress), i, t + 1, a, expected);
        }
        if (a < allocation.size()) {
            interleave(allocation.get(a).apply(progress), i, t, a + 1, expected);
        }
    }
}
