package scot.fort.triage.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static scot.fort.triage.screening.Given.DESK;
import static scot.fort.triage.screening.Given.HEARING;
import static scot.fort.triage.screening.Given.RECEIVED;
import static scot.fort.triage.screening.Given.TEXT;
import static scot.fort.triage.screening.Given.aScreening;
import static scot.fort.triage.screening.Given.after;
import static scot.fort.triage.screening.Given.deciding;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import scot.fort.platform.lifecycle.Decision;
import scot.fort.platform.lifecycle.Priority;
import scot.fort.platform.lifecycle.ScreeningDecision;
import scot.fort.platform.lifecycle.Status;
import scot.fort.platform.sealing.Sealed;
import tools.jackson.databind.json.JsonMapper;

/** What is left of a screening whose referral was erased. */
class ErasedScreeningTests {

    private static final String KIM = "kim";
    private static final Instant NOW = RECEIVED.plusSeconds(60);

    private final Screening closed = after(
            HEARING.informed(aScreening(), new CaseNotes.Information(NOW, null, TEXT)),
            KIM,
            NOW,
            new ClaimScreening(),
            new RatePriority(Priority.AMBER, TEXT),
            new RecordCheck(CaseNotes.Agency.HEALTH, CaseNotes.Finding.OPEN_CASE, TEXT),
            new RequestInformation(TEXT),
            deciding(ScreeningDecision.REQUEST_IRD),
            new RecordOutcome(EscalationOutcome.NO_CHILD_PROTECTION, TEXT, TEXT, List.of()));

    private final Screening erased = HEARING.contentErased(closed);

    @Test
    void keepsCodesAndTimesAndNothingThatIsSealed() {
        assertThat(contents(closed)).hasSizeGreaterThan(6).allMatch(length -> length > 0);
        assertThat(contents(erased)).hasSameSizeAs(contents(closed)).containsOnly(0);
        assertThat(erased.status()).isEqualTo(Status.CLOSED);
        assertThat(erased.judgements().decisions().getFirst().decision()).isEqualTo(ScreeningDecision.REQUEST_IRD);
        assertThat(erased.notes().checks().getFirst().finding()).isEqualTo(CaseNotes.Finding.OPEN_CASE);
        assertThat(erased.known().children()).isEqualTo(closed.known().children());
        assertThat(erased.known().content().keyId()).isEqualTo(TEXT.keyId());
    }

    @Test
    void keepsNothingSealedThatIsHeardLater() {
        Screening told = HEARING.concernRaised(erased, new CaseNotes.RaisedConcern(NOW, "barnardos", TEXT))
                .state();

        assertThat(told.notes().concernsRaised()).hasSize(1);
        assertThat(told.judgements().reopenings()).hasSize(1);
        assertThat(contents(told)).containsOnly(0);
    }

    @Test
    void isNeitherReopenedNorWorkedOn() {
        assertRefused(erased, new ReopenScreening("OTHER", null));

        Screening open = after(HEARING.contentErased(aScreening()), KIM, NOW, new ClaimScreening());
        for (ScreeningCommand command : List.of(
                new RatePriority(Priority.RED, TEXT),
                new RecordCheck(CaseNotes.Agency.HEALTH, CaseNotes.Finding.OPEN_CASE, TEXT),
                new RequestInformation(TEXT))) {
            assertRefused(open, command);
        }
        assertThat(Action.allowed(open, KIM, true, NOW))
                .containsExactlyInAnyOrder(Action.CLAIM, Action.RELEASE, Action.RENEW, Action.ASSIGN, Action.DECIDE);
    }

    @Test
    void endsWithNoFurtherActionWhenItIsOpenAgain() {
        Screening worried = HEARING.concernRaised(erased, new CaseNotes.RaisedConcern(NOW, "barnardos", TEXT))
                .state();
        Screening claimed = after(worried, KIM, NOW, new ClaimScreening());

        for (ScreeningDecision decision : ScreeningDecision.values()) {
            if (decision != ScreeningDecision.NO_FURTHER_ACTION) {
                assertThat(DESK.carryOut(deciding(decision), claimed, KIM, NOW))
                        .isInstanceOfSatisfying(Decision.Refused.class, refused -> assertThat(
                                        refused.refusal().allowed())
                                .containsExactly("CLOSED"));
            }
        }
        Screening ended = after(claimed, KIM, NOW, deciding(ScreeningDecision.NO_FURTHER_ACTION));

        assertThat(ended.status()).isEqualTo(Status.CLOSED);
        assertThat(contents(ended)).containsOnly(0);
    }

    @Test
    void endsWithAnOutcomeWhenItWasEscalatedInTheSameMoment() {
        Screening escalated = HEARING.contentErased(
                after(aScreening(), KIM, NOW, new ClaimScreening(), deciding(ScreeningDecision.REQUEST_IRD)));

        Screening ended = after(
                escalated, KIM, NOW, new RecordOutcome(EscalationOutcome.NO_CHILD_PROTECTION, TEXT, TEXT, List.of()));

        assertThat(ended.status()).isEqualTo(Status.CLOSED);
        assertThat(contents(ended)).containsOnly(0);
    }

    private static void assertRefused(Screening screening, ScreeningCommand command) {
        assertThat(DESK.carryOut(command, screening, KIM, NOW))
                .isInstanceOfSatisfying(Decision.Refused.class, refused -> {
                    assertThat(refused.refusal().code()).isEqualTo("illegal-transition");
                    assertThat(refused.refusal().detail()).contains("erased");
                    assertThat(refused.refusal().allowed()).isEmpty();
                });
    }

    /** How long each {@link Sealed} is, wherever it is. */
    private static List<Integer> contents(Screening screening) {
        return new JsonMapper()
                .valueToTree(screening).findValues("ciphertext").stream()
                        .map(ciphertext -> ciphertext.binaryValue().length)
                        .toList();
    }
}
