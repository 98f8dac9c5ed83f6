package scot.fort.intake.referral.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import scot.fort.events.common.EscalationOutcome;
import scot.fort.platform.lifecycle.ScreeningDecision;
import scot.fort.platform.lifecycle.Status;

class OutcomeWordsTests {

    private final OutcomeWords words = new OutcomeWords();

    @Test
    void areThereForEverythingThatMayComeOfAReferral() {
        List<String> codes = codes();

        Set<String> said = new HashSet<>(codes.stream().map(words::of).toList());

        assertThat(said).hasSameSizeAs(codes).doesNotContainNull().doesNotContain(words.of("of a later release"));
    }

    @Test
    void areNoneWhileNothingHasComeOfIt() {
        assertThat(words.of(null)).isNull();
    }

    private static List<String> codes() {
        Stream<String> statuses = Stream.of(
                        Status.RETURNED,
                        Status.ESCALATED,
                        Status.ALLOCATING,
                        Status.UNALLOCATED,
                        Status.SUPPORT_ACTIVE,
                        Status.WITHDRAWN,
                        Status.ENTERED_IN_ERROR)
                .map(Status::name);
        Stream<String> decisions = Arrays.stream(ScreeningDecision.values())
                .filter(decision -> decision.leadsTo() == Status.CLOSED)
                .map(ScreeningDecision::name);
        Stream<String> outcomes = Arrays.stream(EscalationOutcome.values())
                .filter(outcome -> outcome != EscalationOutcome.UNKNOWN && outcome != EscalationOutcome.SENT_BACK)
                .map(EscalationOutcome::name);
        Stream<String> ends = Stream.of("SUPPORT_COMPLETED", "SEARCH_ENDED");
        return Stream.of(statuses, decisions, outcomes, ends)
                .flatMap(codes -> codes)
                .toList();
    }
}
