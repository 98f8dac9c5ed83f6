package scot.fort.triage.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static scot.fort.triage.screening.Given.DESK;
import static scot.fort.triage.screening.Given.LEASE;
import static scot.fort.triage.screening.Given.RECEIVED;
import static scot.fort.triage.screening.Given.TEXT;
import static scot.fort.triage.screening.Given.aScreening;
import static scot.fort.triage.screening.Given.accepted;
import static scot.fort.triage.screening.Given.after;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import scot.fort.platform.lifecycle.Decision;
import scot.fort.platform.lifecycle.Status;
import scot.fort.triage.screening.ScreeningEvent.Assigned;
import scot.fort.triage.screening.ScreeningEvent.ReleaseCause;
import scot.fort.triage.screening.ScreeningEvent.Released;

/** What a manager does with other people's claims. */
class DeskTests {

    private static final String KIM = "kim";
    private static final String LEE = "lee";
    private static final String MANAGER = "mash-manager";
    private static final Instant NOW = RECEIVED.plusSeconds(60);
    private static final Instant OVER = NOW.plus(LEASE);

    private final Screening waiting = aScreening();
    private final Screening kims = after(waiting, KIM, NOW, new ClaimScreening());

    @Test
    void givesAScreeningThatWaitsToAScreenerWhoThenWorksOnIt() {
        var assigned = managerDoes(new AssignScreening(LEE), waiting, NOW);

        assertThat(assigned.state().status()).isEqualTo(Status.IN_SCREENING);
        assertThat(assigned.state().isClaimedBy(LEE, NOW)).isTrue();
        assertThat(assigned.events()).containsExactly(new Assigned(1, new Lease(LEE, OVER)));
        assertThat(DESK.carryOut(new RequestInformation(TEXT), assigned.state(), LEE, NOW))
                .isInstanceOf(Decision.Accepted.class);
    }

    @Test
    void takesItFromWhoeverHasItAndSaysSo() {
        assertThat(managerDoes(new AssignScreening(LEE), kims, NOW).events())
                .containsExactly(new Released(1, KIM, ReleaseCause.HANDED_OVER), new Assigned(1, new Lease(LEE, OVER)));
        assertThat(managerDoes(new AssignScreening(LEE), kims, OVER).events())
                .as("a claim that is over is not handed over")
                .containsExactly(
                        new Released(1, KIM, ReleaseCause.EXPIRED), new Assigned(1, new Lease(LEE, OVER.plus(LEASE))));
    }

    @Test
    void tellsNothingNewWhenItIsGivenToTheOneWhoHasIt() {
        Instant later = NOW.plusSeconds(60);

        var again = managerDoes(new AssignScreening(KIM), kims, later);

        assertThat(again.events()).isEmpty();
        assertThat(again.state().lease()).isEqualTo(new Lease(KIM, later.plus(LEASE)));
    }

    @Test
    void handsOverWhatIsStillHeldToAnotherOrToTheQueue() {
        var toLee = managerDoes(new HandOverScreening(KIM, LEE), kims, NOW);
        var toNobody = managerDoes(new HandOverScreening(KIM, null), kims, NOW);

        assertThat(toLee.state().isClaimedBy(LEE, NOW)).isTrue();
        assertThat(toNobody.state().lease()).isNull();
        assertThat(toNobody.events()).containsExactly(new Released(1, KIM, ReleaseCause.HANDED_OVER));
        for (Screening notKims : List.of(toLee.state(), toNobody.state(), waiting)) {
            assertThat(DESK.carryOut(new HandOverScreening(KIM, LEE), notKims, MANAGER, NOW))
                    .isInstanceOf(Decision.Refused.class);
        }
    }

    @Test
    void letsAManagerTakeItThemselves() {
        var mine = managerDoes(new AssignScreening(MANAGER), kims, NOW);

        assertThat(mine.state().isClaimedBy(MANAGER, NOW)).isTrue();
    }

    private static Decision.Accepted<Screening, ScreeningEvent> managerDoes(
            ScreeningCommand command, Screening screening, Instant at) {
        return accepted(DESK.carryOut(command, screening, MANAGER, at));
    }
}
