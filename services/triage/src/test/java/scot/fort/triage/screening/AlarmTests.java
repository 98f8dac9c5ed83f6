package scot.fort.triage.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static scot.fort.triage.screening.Given.HEARING;
import static scot.fort.triage.screening.Given.RECEIVED;
import static scot.fort.triage.screening.Given.TEXT;
import static scot.fort.triage.screening.Given.aReferral;
import static scot.fort.triage.screening.Given.aScreening;
import static scot.fort.triage.screening.Given.after;
import static scot.fort.triage.screening.Given.deciding;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import scot.fort.platform.lifecycle.Decision.Accepted;
import scot.fort.platform.lifecycle.Priority;
import scot.fort.platform.lifecycle.ScreeningDecision;

/** What is told of clocks that run out. */
class AlarmTests {

    private static final String KIM = "kim";
    private static final Instant NOW = RECEIVED.plusSeconds(60);
    private static final Instant MUCH_LATER = RECEIVED.plus(Duration.ofDays(60));

    private final Screening green = after(aScreening(), KIM, NOW, new ClaimScreening());

    private final Screening red =
            after(aScreening(aReferral().ofProtection().inImmediateDanger()), KIM, NOW, new ClaimScreening());

    @Test
    void areRaisedAtThreeQuartersOfTheTimeAndAtItsEndAndNeverAgain() {
        Instant atRisk = RECEIVED.plus(Duration.ofHours(3));
        Instant due = RECEIVED.plus(Duration.ofHours(4));

        assertThat(next(red)).isEqualTo(atRisk);
        assertThat(alarms(red.alarmed(atRisk.minusMillis(1)))).isEmpty();

        Accepted<Screening, ScreeningEvent> first = red.alarmed(atRisk);

        assertThat(alarms(first)).containsExactly(Alarm.AT_RISK);
        assertThat(next(first.state())).isEqualTo(due);
        assertThat(alarms(first.state().alarmed(due.minusMillis(1)))).isEmpty();

        Accepted<Screening, ScreeningEvent> second = first.state().alarmed(due);

        assertThat(alarms(second)).containsExactly(Alarm.BREACHED);
        assertThat(next(second.state())).isEqualTo(QueuePlace.NEVER);
        assertThat(alarms(second.state().alarmed(MUCH_LATER))).isEmpty();
    }

    @Test
    void areRaisedBothWhereTheClockRanOutUnnoticed() {
        assertThat(alarms(red.alarmed(MUCH_LATER))).containsExactly(Alarm.AT_RISK, Alarm.BREACHED);
    }

    @Test
    void waitWhileAHoldStopsTheClockButForRed() {
        Screening asked = after(green, KIM, NOW, new RequestInformation(TEXT));
        Screening redAsked = after(red, KIM, NOW, new RequestInformation(TEXT));

        assertThat(next(asked)).isEqualTo(QueuePlace.NEVER);
        assertThat(alarms(asked.alarmed(MUCH_LATER))).isEmpty();
        assertThat(asked.rated().heldSince()).contains(NOW);
        assertThat(next(redAsked)).isEqualTo(next(red));
        assertThat(redAsked.rated().heldSince()).isEmpty();

        Screening answered = HEARING.informed(asked, new CaseNotes.Information(NOW.plus(Duration.ofDays(7)), 1, TEXT));

        assertThat(next(answered)).isEqualTo(next(green).plus(Duration.ofDays(7)));
    }

    @Test
    void areRaisedInAHoldIfTheClockHadRunOutBefore() {
        Instant late = next(green).plusSeconds(1);
        Screening claimed = after(green, KIM, late, new ClaimScreening());
        Screening asked = after(claimed, KIM, late, new RequestInformation(TEXT));

        assertThat(alarms(asked.alarmed(MUCH_LATER))).containsExactly(Alarm.AT_RISK);
        assertThat(asked.rated().heldSince()).contains(late);

        Instant tooLate = Objects.requireNonNull(green.rated().deadline().dueAt());
        Screening over =
                after(after(green, KIM, tooLate, new ClaimScreening()), KIM, tooLate, new RequestInformation(TEXT));

        assertThat(over.rated().heldSince()).as("there is nothing left to stop").isEmpty();
        assertThat(over.rated().isBreached(MUCH_LATER)).isTrue();
    }

    @Test
    void followAnotherPriorityAndAreOfEachClockRaisedOnce() {
        Instant evening = RECEIVED.plus(Duration.ofHours(6));
        Screening claimed = after(green, KIM, evening, new ClaimScreening());

        Accepted<Screening, ScreeningEvent> nowRed = after(claimed, KIM, evening, new RatePriority(Priority.RED, TEXT))
                .alarmed(evening);
        assertThat(alarms(nowRed)).containsExactly(Alarm.AT_RISK, Alarm.BREACHED);

        Screening greenAgain = after(nowRed.state(), KIM, evening, new RatePriority(Priority.GREEN, TEXT));
        assertThat(next(greenAgain)).isEqualTo(next(green));

        Screening redAgain = after(greenAgain, KIM, evening, new RatePriority(Priority.RED, TEXT));
        assertThat(next(redAgain)).isEqualTo(QueuePlace.NEVER);

        Screening blue = after(greenAgain, KIM, evening, new RatePriority(Priority.BLUE, TEXT));
        assertThat(next(blue)).isEqualTo(QueuePlace.NEVER);
    }

    @Test
    void areRaisedOfNothingThatIsDecidedAndAgainWhenItIsScreenedAnew() {
        Screening late = red.alarmed(MUCH_LATER).state();
        Screening claimed = after(late, KIM, MUCH_LATER, new ClaimScreening());
        Screening decided = after(claimed, KIM, MUCH_LATER, deciding(ScreeningDecision.ADVICE_SIGNPOST));
        Screening undecided = after(red, KIM, NOW, deciding(ScreeningDecision.ADVICE_SIGNPOST));

        assertThat(next(decided)).isEqualTo(QueuePlace.NEVER);
        assertThat(alarms(undecided.alarmed(MUCH_LATER))).isEmpty();

        Screening reopened = HEARING.concernRaised(decided, new CaseNotes.RaisedConcern(MUCH_LATER, "barnardos", TEXT))
                .state();

        assertThat(next(reopened)).isEqualTo(MUCH_LATER.plus(Duration.ofHours(3)));
    }

    /** Whenever somebody looks, and whatever is asked, answered and rated in between: no clock alarms twice, all alarm in order. */
    @Test
    void areNeverRaisedTwiceWhateverHappensInBetween() {
        Random random = new Random(75);
        for (int attempt = 0; attempt < 300; attempt++) {
            Screening screening = green;
            Instant at = NOW;
            for (int step = 0; step < 25; step++) {
                at = at.plus(random.nextInt(10 * 60), ChronoUnit.MINUTES);
                screening = something(random, screening, at);
                Accepted<Screening, ScreeningEvent> alarmed = screening.alarmed(at);
                assertThat(alarmed.events().isEmpty()).isEqualTo(next(screening).isAfter(at));
                screening = alarmed.state();
                assertThat(next(screening)).isAfter(at);
            }
            List<Alarms.Raised> raised =
                    Objects.requireNonNull(screening.alarms()).raised();
            assertThat(raised).doesNotHaveDuplicates();
            assertThat(raised.stream().filter(each -> each.alarm() == Alarm.BREACHED))
                    .allMatch(
                            each -> raised.indexOf(new Alarms.Raised(Alarm.AT_RISK, each.priority(), each.receivedAt()))
                                    < raised.indexOf(each));
        }
    }

    private static Screening something(Random random, Screening screening, Instant at) {
        int asked = screening.progress().asked();
        return switch (random.nextInt(4)) {
            case 0 ->
                after(
                        after(screening, KIM, at, new ClaimScreening()),
                        KIM,
                        at,
                        new RatePriority(Priority.values()[random.nextInt(4)], TEXT));
            case 1 ->
                screening.rated().deadline().openHold().isEmpty()
                        ? after(screening, KIM, at, new ClaimScreening(), new RequestInformation(TEXT))
                        : screening;
            case 2 ->
                screening.rated().deadline().openHold().isPresent()
                        ? HEARING.informed(screening, new CaseNotes.Information(at, asked, TEXT))
                        : screening;
            default -> screening;
        };
    }

    private static Instant next(Screening screening) {
        return screening.knownPlace().nextAlarmAt();
    }

    private static List<Alarm> alarms(Accepted<Screening, ScreeningEvent> alarmed) {
        return alarmed.events().stream()
                .map(event -> ((ScreeningEvent.Alarmed) event).alarm())
                .toList();
    }
}
