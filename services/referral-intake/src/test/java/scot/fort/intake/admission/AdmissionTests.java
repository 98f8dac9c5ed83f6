package scot.fort.intake.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;

/** With room for ten referrals and five urgent ones, counted once the oldest event has waited for five seconds. */
class AdmissionTests {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(30);

    private final List<Integer> counts = new ArrayList<>();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private Duration age = Duration.ofSeconds(5);
    private int waiting;
    private IntUnaryOperator database = atMost -> Math.min(atMost, waiting);

    private final Admission admission = new Admission(
            new Admission.Bound(10, 5, Duration.ofSeconds(5), RETRY_AFTER), () -> age, this::counted, meters);

    @Test
    void countsNothingWhileEventsLeave() {
        age = Duration.ofMillis(4_999);
        waiting = 1_000;

        admission.look();

        assertThat(counts).isEmpty();
        assertThat(admission.isOpenTo(false)).isTrue();
    }

    @Test
    void keepsTheHeadroomForWhatIsUrgent() {
        waiting = 9;
        admission.look();
        assertThat(admission.isOpenTo(false)).isTrue();

        waiting = 10;
        admission.look();
        assertThat(admission.isOpenTo(false)).isFalse();
        assertThat(admission.isOpenTo(true)).isTrue();

        waiting = 15;
        admission.look();
        assertThat(admission.isOpenTo(true)).isFalse();
        assertThat(counts).containsOnly(15);
    }

    @Test
    void addsWhatWasAcceptedSinceTheLastCount() {
        waiting = 8;
        admission.look();

        admission.accepted();
        assertThat(admission.isOpenTo(false)).isTrue();
        admission.accepted();

        assertThat(admission.isOpenTo(false)).isFalse();
        assertThat(meters.get("fort.intake.backlog").gauge().value()).isEqualTo(10);
    }

    @Test
    void opensAgainByItselfWhenTheBacklogHasDrained() {
        waiting = 15;
        admission.look();

        waiting = 9;
        admission.look();
        assertThat(admission.isOpenTo(false)).isTrue();

        waiting = 15;
        admission.look();
        age = Duration.ZERO;
        admission.look();
        assertThat(admission.isOpenTo(false)).isTrue();
    }

    /** A count that fails is no reason to forget what was accepted meanwhile. */
    @Test
    void goesOnAddingWhileTheDatabaseCannotCount() {
        waiting = 8;
        admission.look();
        database = atMost -> {
            throw new IllegalStateException("too slow");
        };

        assertThatThrownBy(admission::look).isInstanceOf(IllegalStateException.class);
        admission.accepted();
        admission.accepted();

        assertThat(admission.isOpenTo(false)).isFalse();
    }

    /** Whether those were counted or not is not known, so they are taken as not counted. */
    @Test
    void addsWhatIsAcceptedWhileTheCountRuns() {
        waiting = 9;
        database = atMost -> {
            admission.accepted();
            return waiting;
        };

        admission.look();

        assertThat(admission.isOpenTo(false)).isFalse();
    }

    @Test
    void tellsOfWhatIsRefused() {
        assertThat(admission.refused()).isEqualTo(RETRY_AFTER);

        assertThat(meters.get("fort.intake.refused").counter().count()).isEqualTo(1);
    }

    private int counted(int atMost) {
        counts.add(atMost);
        return database.applyAsInt(atMost);
    }
}
