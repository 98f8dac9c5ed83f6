package scot.fort.triage.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static scot.fort.triage.screening.Given.DESK;
import static scot.fort.triage.screening.Given.HEARING;
import static scot.fort.triage.screening.Given.LEASE;
import static scot.fort.triage.screening.Given.RECEIVED;
import static scot.fort.triage.screening.Given.TEXT;
import static scot.fort.triage.screening.Given.aScreening;
import static scot.fort.triage.screening.Given.accepted;
import static scot.fort.triage.screening.Given.after;
import static scot.fort.triage.screening.Given.deciding;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import scot.fort.platform.lifecycle.Decision;
import scot.fort.platform.lifecycle.Priority;
import scot.fort.platform.lifecycle.Refusal;
import scot.fort.platform.lifecycle.ScreeningDecision;
import scot.fort.platform.lifecycle.Status;
import scot.fort.platform.sealing.Sealed;
import scot.fort.triage.screening.ScreeningEvent.Claimed;
import scot.fort.triage.screening.ScreeningEvent.Decided;
import scot.fort.triage.screening.ScreeningEvent.OutcomeRecorded;
import scot.fort.triage.screening.ScreeningEvent.Rated;
import scot.fort.triage.screening.ScreeningEvent.Released;
import scot.fort.triage.screening.ScreeningEvent.Reopened;

class ScreeningTests {

    private static final String KIM = "kim";
    private static final String LEE = "lee";
    private static final Instant NOW = RECEIVED.plusSeconds(60);

    private final Screening claimed = after(aScreening(), KIM, NOW, new ClaimScreening());

    @Test
    void letsNobodyElseWorkOnWhatIsClaimed() {
        assertThat(code(DESK.carryOut(new ClaimScreening(), claimed, LEE, NOW))).isEqualTo("already-claimed");
        assertThat(code(DESK.carryOut(new RatePriority(Priority.RED, TEXT), claimed, LEE, NOW)))
                .isEqualTo("not-claim-holder");
        assertThat(code(DESK.carryOut(new ReleaseScreening(), claimed, LEE, NOW)))
                .isEqualTo("not-claim-holder");
    }

    @Test
    void renewsTheClaimWithEveryCommandOfItsHolder() {
        Instant later = NOW.plus(Duration.ofMinutes(20));

        for (ScreeningCommand command : List.of(
                new RenewClaim(),
                new ClaimScreening(),
                new RatePriority(Priority.RED, TEXT),
                new RecordCheck(CaseNotes.Agency.HEALTH, CaseNotes.Finding.NOTHING_KNOWN, TEXT),
                new RequestInformation(TEXT),
                deciding(ScreeningDecision.NO_FURTHER_ACTION, "c1"))) {
            assertThat(after(claimed, KIM, later, command).lease())
                    .as("%s", command.action())
                    .isEqualTo(new Lease(KIM, later.plus(LEASE)));
        }
        assertThat(accepted(DESK.carryOut(new RenewClaim(), claimed, KIM, later))
                        .events())
                .isEmpty();
    }

    @Test
    void leavesTheClaimAloneWhenAnotherAgencyAddsACheck() {
        Screening checked = after(
                claimed,
                LEE,
                NOW.plusSeconds(60),
                new RecordCheck(CaseNotes.Agency.POLICE, CaseNotes.Finding.KNOWN_CONCERN, TEXT));

        assertThat(checked.lease()).isEqualTo(claimed.lease());
        assertThat(checked.notes().checks()).hasSize(1);
    }

    @Test
    void isNobodysOnceTheLeaseIsOver() {
        Instant over = NOW.plus(LEASE);

        assertThat(claimed.claimedBy(over)).isNull();
        assertThat(code(DESK.carryOut(deciding(ScreeningDecision.NO_FURTHER_ACTION), claimed, KIM, over)))
                .isEqualTo("not-claim-holder");
        assertThat(accepted(DESK.carryOut(new ClaimScreening(), claimed, LEE, over))
                        .events())
                .containsExactly(
                        new Released(1, KIM, ScreeningEvent.ReleaseCause.EXPIRED),
                        new Claimed(1, new Lease(LEE, over.plus(LEASE))));
    }

    @Test
    void runsTheClockOfAnotherPriorityFromReceiptAndKeepsTheHolds() {
        Screening asked = after(claimed, KIM, NOW, new RequestInformation(TEXT));
        Screening answered = HEARING.informed(asked, answer(1, NOW.plus(Duration.ofHours(2))));

        Decision.Accepted<Screening, ScreeningEvent> amber =
                accepted(DESK.carryOut(new RatePriority(Priority.AMBER, TEXT), answered, KIM, NOW));

        assertThat(answered.rated().deadline().dueAt()).isEqualTo("2026-11-25T12:00:00Z");
        assertThat(amber.state().rated().deadline().dueAt()).isEqualTo("2026-11-23T12:00:00Z");
        assertThat(amber.events()).singleElement().isInstanceOfSatisfying(Rated.class, rated -> {
            assertThat(rated.rerating().previous()).isEqualTo(Priority.GREEN);
            assertThat(rated.deadline().dueAt()).isEqualTo("2026-11-23T12:00:00Z");
        });
        assertThat(after(answered, KIM, NOW, new RatePriority(Priority.RED, TEXT))
                        .rated()
                        .deadline()
                        .dueAt())
                .isEqualTo("2026-11-20T14:00:00Z");
    }

    @Test
    void takesNoMoreWordsThanADocumentHoldsButIsStillDecided() {
        Sealed mebibyte = new Sealed("k1", new byte[1 << 20]);
        Screening full = after(
                claimed,
                KIM,
                NOW,
                new RecordCheck(CaseNotes.Agency.POLICE, CaseNotes.Finding.NOTHING_KNOWN, mebibyte),
                new RequestInformation(mebibyte),
                new RatePriority(Priority.AMBER, mebibyte),
                new RecordCheck(CaseNotes.Agency.HEALTH, CaseNotes.Finding.NOTHING_KNOWN, mebibyte));

        assertThat(code(DESK.carryOut(new RatePriority(Priority.RED, TEXT), full, KIM, NOW)))
                .isEqualTo("too-large");
        assertThat(Action.allowed(full, KIM, false, NOW))
                .contains(Action.DECIDE, Action.RELEASE)
                .doesNotContain(Action.RATE, Action.CHECK, Action.REQUEST_INFORMATION);
        assertThat(after(full, KIM, NOW, deciding(ScreeningDecision.NO_FURTHER_ACTION))
                        .status())
                .isEqualTo(Status.CLOSED);
    }

    @Test
    void neverPausesRed() {
        Screening asked = after(claimed, KIM, NOW, new RatePriority(Priority.RED, TEXT), new RequestInformation(TEXT));

        assertThat(asked.rated().isAtRisk(RECEIVED.plus(Duration.ofHours(3)))).isTrue();
        assertThat(asked.rated().isBreached(RECEIVED.plus(Duration.ofHours(4)))).isTrue();
    }

    @Test
    void decidesForSomeChildrenAndGoesOnWithTheOthers() {
        Screening partly = after(claimed, KIM, NOW, deciding(ScreeningDecision.REQUEST_IRD, "c2"));

        assertThat(partly.status()).isEqualTo(Status.IN_SCREENING);
        assertThat(partly.isClaimedBy(KIM, NOW)).isTrue();
        assertThat(code(DESK.carryOut(deciding(ScreeningDecision.DUPLICATE, "c2"), partly, KIM, NOW)))
                .isEqualTo("illegal-transition");

        Decision.Accepted<Screening, ScreeningEvent> rest =
                accepted(DESK.carryOut(deciding(ScreeningDecision.NO_FURTHER_ACTION), partly, KIM, NOW));

        assertThat(rest.events()).singleElement().isInstanceOfSatisfying(Decided.class, decided -> assertThat(
                        decided.resolution().childrenRefs())
                .containsExactly("c1"));
        assertThat(rest.state().status()).isEqualTo(Status.ESCALATED);
        assertThat(rest.state().lease()).isNull();
    }

    @Test
    void keepsWhoDecidedWhenAndUnderWhichTargets() {
        Screening closed = after(claimed, KIM, NOW, deciding(ScreeningDecision.ADVICE_SIGNPOST));
        Screening again = after(closed, "manager", NOW, new ReopenScreening("NEW_INFORMATION", TEXT));

        assertThat(again.judgements().decisions()).singleElement().satisfies(decision -> {
            assertThat(decision.by()).isEqualTo(KIM);
            assertThat(decision.at()).isEqualTo(NOW);
            assertThat(decision.policyVersion()).isEqualTo("2026-1");
        });
    }

    @Test
    void closesWhatWasEscalatedOrScreensItAgainWhenItIsSentBack() {
        Screening escalated = after(claimed, KIM, NOW, deciding(ScreeningDecision.REQUEST_IRD));
        Instant later = NOW.plus(Duration.ofDays(3));

        assertThat(after(
                                escalated,
                                "manager",
                                later,
                                new RecordOutcome(EscalationOutcome.SINGLE_AGENCY, null, null, List.of()))
                        .status())
                .isEqualTo(Status.CLOSED);

        Decision.Accepted<Screening, ScreeningEvent> sentBack = accepted(DESK.carryOut(
                new RecordOutcome(EscalationOutcome.SENT_BACK, TEXT, null, List.of()), escalated, "manager", later));

        assertThat(sentBack.state().status()).isEqualTo(Status.IN_SCREENING);
        assertThat(sentBack.state().claimedBy(later)).isNull();
        assertThat(sentBack.state().rated().deadline().receivedAt()).isEqualTo(later);
        assertThat(sentBack.events()).hasExactlyElementsOfTypes(OutcomeRecorded.class, Reopened.class);
    }

    @Test
    void recordsAnOutcomeForOneChildWhileAnotherIsScreenedStill() {
        Screening partly = after(claimed, KIM, NOW, deciding(ScreeningDecision.REQUEST_IRD, "c2"));

        Screening sentBack =
                after(partly, "manager", NOW, new RecordOutcome(EscalationOutcome.SENT_BACK, null, null, List.of()));

        assertThat(sentBack.childrenIn(Status.IN_SCREENING)).containsExactly("c1", "c2");
        assertThat(sentBack.isClaimedBy(KIM, NOW)).isTrue();
        assertThat(sentBack.rated().deadline().receivedAt())
                .as("the clock that runs already")
                .isEqualTo(RECEIVED);
    }

    private static CaseNotes.Information answer(int question, Instant at) {
        return new CaseNotes.Information(at, question, TEXT);
    }

    private static String code(Decision<Screening, ScreeningEvent> decision) {
        return decision instanceof Decision.Refused<Screening, ScreeningEvent>(Refusal refusal)
                ? refusal.code()
                : "accepted";
    }
}
