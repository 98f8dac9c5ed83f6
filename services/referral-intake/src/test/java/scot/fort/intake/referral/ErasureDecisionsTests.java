package scot.fort.intake.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import scot.fort.platform.lifecycle.Decision;
import scot.fort.platform.lifecycle.Refusal;
import scot.fort.platform.lifecycle.Status;
import scot.fort.platform.sealing.Sealed;

class ErasureDecisionsTests {

    private static final Sealed TEXT = StoredReferrals.sealed();
    private static final Instant NOW = StoredReferrals.RECEIVED_AT.plus(Duration.ofDays(1));
    private static final Instant LATER = NOW.plus(Duration.ofDays(1));

    private final Referral open = StoredReferrals.received("r1");
    private final Referral withdrawn = accepted(accepted(open.addInformation(new Information(TEXT, TEXT, null), NOW))
                    .state()
                    .withdraw(WithdrawalReason.OTHER, null, NOW))
            .state();

    @Test
    void erasesWhatOnePersonAskedForAndAnotherApproved() {
        Decision.Accepted<Referral, ReferralEvent> asked = accepted(request(withdrawn, "olga"));
        Decision.Accepted<Referral, ReferralEvent> approved = accepted(approve(asked.state(), "mo"));

        Referral erased = approved.state();
        assertThat(asked.state().isErased()).isFalse();
        assertThat(asked.events()).containsExactly(new ReferralEvent.ErasureRequested(ErasureReason.RETENTION_ENDED));
        assertThat(approved.events())
                .containsExactly(new ReferralEvent.ContentErased("key", ErasureReason.RETENTION_ENDED, "olga", "mo"));
        assertThat(erased.isErased()).isTrue();
        assertThat(erased.keyId()).isEqualTo("key");
        assertThat(erased.erasedAt()).isEqualTo(LATER).isEqualTo(erased.updatedAt());
        assertThat(erased.content()).isNull();
        assertThat(erased.origin().fingerprint()).isNull();
        assertThat(erased.said())
                .isEqualTo(new LastSaid(
                        null,
                        null,
                        WithdrawalReason.OTHER,
                        null,
                        withdrawn.said().told()));
        assertThat(erased.status()).isEqualTo(Status.WITHDRAWN);
        assertThat(erased.children()).isEqualTo(withdrawn.children());
        assertThat(erased.tracking().milestones())
                .isEqualTo(withdrawn.tracking().milestones());
    }

    @Test
    void letsNobodyApproveWhatTheyAskedFor() {
        Referral asked = accepted(request(withdrawn, "olga")).state();

        assertThat(refused(approve(asked, "olga")).detail()).contains("two persons must agree");
        assertThat(refused(approve(asked, "olga")).allowed()).isEmpty();
    }

    @Test
    void approvesNothingThatNobodyAskedFor() {
        assertThat(refused(approve(withdrawn, "mo")).detail()).contains("Nobody has asked");
    }

    @Test
    void refusesBothWhileALegalHoldStands() {
        Referral asked = accepted(request(withdrawn, "olga")).state();
        Referral held = accepted(ErasureDecisions.hold(asked, TEXT, NOW)).state();

        assertThat(held.heldSince()).isEqualTo(NOW);
        for (Decision<Referral, ReferralEvent> decision : List.of(request(held, "olga"), approve(held, "mo"))) {
            assertThat(refused(decision).detail()).contains("legal hold");
            assertThat(refused(decision).allowed()).isEmpty();
        }
        Referral lifted = accepted(ErasureDecisions.lift(held)).state();
        assertThat(accepted(approve(lifted, "mo")).state().isErased()).isTrue();
    }

    @Test
    void tellsOfAHoldOnce() {
        Decision.Accepted<Referral, ReferralEvent> held = accepted(ErasureDecisions.hold(open, TEXT, NOW));
        Decision.Accepted<Referral, ReferralEvent> lifted = accepted(ErasureDecisions.lift(held.state()));

        assertThat(held.events()).containsExactly(new ReferralEvent.LegalHoldChanged(true, TEXT));
        assertThat(accepted(ErasureDecisions.hold(held.state(), TEXT, LATER)))
                .isEqualTo(new Decision.Accepted<>(held.state(), List.of()));
        assertThat(lifted.events()).containsExactly(new ReferralEvent.LegalHoldChanged(false, null));
        assertThat(accepted(ErasureDecisions.lift(lifted.state())).events()).isEmpty();
    }

    @Test
    void erasesNothingUnderAWorkersHands() {
        assertThat(refused(request(open, "olga")).allowed())
                .containsExactly("ENTERED_IN_ERROR", "IN_SCREENING", "WITHDRAWN");
    }

    /** Else providers could not be told that their offers are taken back. */
    @Test
    void waitsUntilAllocationHasComeToItsEnd() {
        Referral allocating = hear(
                hear(
                        hear(open, "ScreeningOpened", Map.of("round", 1, "submission", 1)),
                        "ScreeningDecided",
                        Map.of("round", 1, "decision", "ALLOCATE_FAMILY_SUPPORT")),
                "AllocationOpened",
                Map.of("round", 1));
        Referral takenBack =
                accepted(allocating.withdraw(WithdrawalReason.OTHER, null, NOW)).state();

        assertThat(refused(request(takenBack, "olga")).detail()).contains("taken back");
        assertThat(accepted(request(hear(takenBack, "AllocationClosed", Map.of("round", 1)), "olga"))
                        .events())
                .hasSize(1);
    }

    @Test
    void keepsTheFirstRequestAndRepeatsNothing() {
        Referral asked = accepted(request(withdrawn, "olga")).state();
        Referral erased = accepted(approve(asked, "mo")).state();

        assertThat(accepted(ErasureDecisions.request(asked, ErasureReason.OTHER, "otto", LATER)))
                .isEqualTo(new Decision.Accepted<>(asked, List.of()));
        assertThat(accepted(request(erased, "olga"))).isEqualTo(new Decision.Accepted<>(erased, List.of()));
        assertThat(accepted(approve(erased, "olga"))).isEqualTo(new Decision.Accepted<>(erased, List.of()));
        assertThat(refused(ErasureDecisions.hold(erased, null, LATER)).detail()).contains("nothing left to hold");
    }

    /** What somebody works on again is not what was asked for. */
    @Test
    void givesTheRequestUpWhenScreeningBeginsAgain() {
        Referral closed = hear(
                hear(open, "ScreeningOpened", Map.of("round", 1, "submission", 1)),
                "ScreeningDecided",
                Map.of("round", 1, "decision", "NO_FURTHER_ACTION"));
        Referral asked = accepted(request(closed, "olga")).state();

        Referral reopened = hear(asked, "ScreeningReopened", Map.of("round", 2, "submission", 1));

        assertThat(hear(asked, "ScreeningReleased", Map.of()).erasure()).isNotNull();
        assertThat(reopened.erasure()).isNull();
        assertThat(refused(approve(reopened, "mo")).detail()).contains("Nobody has asked");
    }

    /** Screening may have begun again in the very moment of the erasure. */
    @Test
    void takesNoContentAnyMoreButCanStillBeWithdrawn() {
        Referral closed = hear(
                hear(open, "ScreeningOpened", Map.of("round", 1, "submission", 1)),
                "ScreeningDecided",
                Map.of("round", 1, "decision", "NO_FURTHER_ACTION"));
        Referral erased = accepted(approve(accepted(request(closed, "olga")).state(), "mo"))
                .state();
        Referral reopened = hear(erased, "ScreeningReopened", Map.of("round", 2, "submission", 1));
        Referral asked = hear(reopened, "InformationRequested", Map.of("number", 1));

        assertThat(asked.status()).isEqualTo(Status.INFORMATION_REQUESTED);
        assertThat(asked.tracking().question()).isEqualTo(new Question(1, LATER, null));
        assertThat(asked.allowedActions()).containsExactly(Action.WITHDRAW);
        for (Decision<Referral, ReferralEvent> decision : List.of(
                asked.addInformation(new Information(TEXT, TEXT, null), LATER),
                asked.changeConsent(new ReferralEvent.ConsentChanged(true, "a1", NOW, null), LATER),
                asked.withdraw(WithdrawalReason.OTHER, TEXT, LATER),
                asked.markAsError(ErrorReason.OTHER, TEXT, LATER))) {
            assertThat(refused(decision).detail()).contains("erased");
        }
        assertThat(accepted(asked.withdraw(WithdrawalReason.OTHER, null, LATER))
                        .state()
                        .status())
                .isEqualTo(Status.WITHDRAWN);
        assertThat(accepted(asked.markAsError(ErrorReason.OTHER, null, LATER))
                        .state()
                        .isErased())
                .isTrue();
    }

    private static Referral hear(Referral referral, String type, Map<String, Object> fields) {
        return referral.hear(ReferralTests.event(type, fields), TEXT, LATER, LATER);
    }

    private static Decision<Referral, ReferralEvent> request(Referral referral, String subject) {
        return ErasureDecisions.request(referral, ErasureReason.RETENTION_ENDED, subject, NOW);
    }

    private static Decision<Referral, ReferralEvent> approve(Referral referral, String subject) {
        return ErasureDecisions.approve(referral, subject, LATER);
    }

    private static Decision.Accepted<Referral, ReferralEvent> accepted(Decision<Referral, ReferralEvent> decision) {
        return (Decision.Accepted<Referral, ReferralEvent>) decision;
    }

    private static Refusal refused(Decision<Referral, ReferralEvent> decision) {
        return ((Decision.Refused<Referral, ReferralEvent>) decision).refusal();
    }
}
