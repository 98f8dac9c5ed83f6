package scot.fort.intake.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import scot.fort.platform.lifecycle.Decision;
import scot.fort.platform.lifecycle.ScreeningDecision;
import scot.fort.platform.lifecycle.Status;
import scot.fort.platform.lifecycle.Told;
import scot.fort.platform.sealing.Sealed;

class ReferralTests {

    private static final Sealed TEXT = StoredReferrals.sealed();
    private static final Information INFORMATION = new Information(TEXT, StoredReferrals.sealed(), null);
    private static final Instant NOW = StoredReferrals.RECEIVED_AT.plus(Duration.ofDays(1));

    private final Referral received = StoredReferrals.received("r1");

    @Test
    void answersTheQuestionThatIsOpen() {
        Referral asked = hear(inScreening(), event("InformationRequested", Map.of("number", 2)));
        assertThat(asked.openQuestion()).isEqualTo(new Question(2, NOW, TEXT));

        Decision.Accepted<Referral, ReferralEvent> answered = accepted(asked.addInformation(INFORMATION, NOW));

        assertThat(answered.events()).containsExactly(new ReferralEvent.InformationAdded(2, TEXT));
        assertThat(answered.state().status()).isEqualTo(Status.IN_SCREENING);
        assertThat(answered.state().openQuestion()).isNull();
        assertThat(codes(answered.state()))
                .containsExactly("RECEIVED", "IN_SCREENING", "IN_SCREENING", "INFORMATION_REQUESTED");
    }

    @Test
    void answersNoQuestionWhereNoneIsOpen() {
        assertThat(accepted(received.addInformation(INFORMATION, NOW)).events())
                .containsExactly(new ReferralEvent.InformationAdded(null, TEXT));
    }

    /** Each service keeps it all in one document: one that cannot be stored any more would hold up others. */
    @Test
    void takesNoMoreThanOneDocumentCanKeep() {
        Sealed quarter = new Sealed("key", new byte[(int) (Referral.MOST_TOLD / 4 - Sealed.AROUND)]);
        Amendment amendment = new Amendment(List.of(new ChildInBrief("c1", 12, false, null)), quarter, TEXT);
        Referral full = received;
        for (int told = 0; told < 2; told++) {
            full = accepted(full.addInformation(new Information(quarter, TEXT, amendment), NOW))
                    .state();
        }

        assertThat(full.addInformation(INFORMATION, NOW))
                .isInstanceOfSatisfying(
                        Decision.Refused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo("too-large"));
        assertThat(full.status()).isEqualTo(received.status());
    }

    @Test
    void sendsAgainWhatWasReturned() {
        Referral returned = decided(inScreening(), ScreeningDecision.RETURN_TO_REFERRER);
        Amendment amendment = new Amendment(List.of(new ChildInBrief("c1", 12, false, null)), TEXT, TEXT);

        Decision.Accepted<Referral, ReferralEvent> again =
                accepted(returned.addInformation(new Information(TEXT, TEXT, amendment), NOW));

        assertThat(again.events())
                .containsExactly(
                        new ReferralEvent.InformationAdded(null, TEXT),
                        new ReferralEvent.Corrected(amendment.children(), TEXT),
                        new ReferralEvent.Resubmitted(2, NOW));
        assertThat(again.state().status()).isEqualTo(Status.RECEIVED);
        assertThat(again.state().children()).isEqualTo(amendment.children());
        assertThat(again.state().corrections()).isEqualTo(TEXT);
        assertThat(accepted(again.state().addInformation(INFORMATION, NOW)).events())
                .containsExactly(new ReferralEvent.InformationAdded(null, TEXT));
    }

    /** Otherwise the referral would wait for the answer again as soon as its next screening begins. */
    @Test
    void leavesNoQuestionOpenWhenItIsSentAgain() {
        Referral asked = hear(inScreening(), event("InformationRequested", Map.of("number", 1)));
        Referral returned = decided(asked, ScreeningDecision.RETURN_TO_REFERRER);

        Decision.Accepted<Referral, ReferralEvent> again = accepted(returned.addInformation(INFORMATION, NOW));

        assertThat(again.events())
                .containsExactly(new ReferralEvent.InformationAdded(1, TEXT), new ReferralEvent.Resubmitted(2, NOW));
    }

    @Test
    void withdrawsWhatSomebodyStillHasToActOn() {
        Decision.Accepted<Referral, ReferralEvent> withdrawn =
                accepted(inScreening().withdraw(WithdrawalReason.FAMILY_DECLINED, TEXT, NOW));

        assertThat(withdrawn.events())
                .containsExactly(new ReferralEvent.Withdrawn(WithdrawalReason.FAMILY_DECLINED, TEXT));
        assertThat(withdrawn.state().status()).isEqualTo(Status.WITHDRAWN);
        assertThat(withdrawn.state().outcome()).isEqualTo("WITHDRAWN");
    }

    @Test
    void refusesEverythingOnceItHasEnded() {
        Referral withdrawn =
                accepted(received.withdraw(WithdrawalReason.OTHER, null, NOW)).state();

        for (Decision<Referral, ReferralEvent> decision : everything(withdrawn)) {
            assertThat(refused(decision)).isEmpty();
        }
    }

    @Test
    void saysWhatMayFollowWhenItIsClosed() {
        Referral closed = decided(inScreening(), ScreeningDecision.NO_FURTHER_ACTION);

        for (Decision<Referral, ReferralEvent> decision : everything(closed)) {
            assertThat(refused(decision)).containsExactly("IN_SCREENING");
        }
    }

    @ParameterizedTest
    @EnumSource(ScreeningDecision.class)
    void saysWhatCameOfIt(ScreeningDecision decision) {
        Referral decided = decided(inScreening(), decision);

        assertThat(decided.status()).isEqualTo(decision.leadsTo());
        assertThat(decided.outcome())
                .isEqualTo(
                        decision.leadsTo() == Status.CLOSED
                                ? decision.name()
                                : decision.leadsTo().name());
        assertThat(decided.tracking().message()).isEqualTo(TEXT);
        assertThat(codes(decided)).endsWith(decision.leadsTo().name());
    }

    @Test
    void forgetsTheOutcomeWhenScreeningBeginsAgain() {
        Referral closed = decided(inScreening(), ScreeningDecision.NO_FURTHER_ACTION);

        Referral reopened = hear(closed, event("ScreeningReopened", Map.of("round", 2, "submission", 1)));

        assertThat(reopened.outcome()).isNull();
        assertThat(reopened.tracking().message()).isNull();
    }

    @Test
    void tellsSupportFromASearchThatEnded() {
        Referral allocating = decided(inScreening(), ScreeningDecision.ALLOCATE_FAMILY_SUPPORT);
        Told closed = event("AllocationClosed", Map.of("round", 1));
        Told completed = event("SupportCompleted", Map.of("round", 1, "offerId", "o1"));

        assertThat(hear(allocating, closed).outcome()).isEqualTo("SEARCH_ENDED");
        assertThat(hear(hear(allocating, completed), closed).outcome()).isEqualTo("SUPPORT_COMPLETED");
        assertThat(hear(allocating, event("AllocationExhausted", Map.of("round", 1)))
                        .outcome())
                .isEqualTo("UNALLOCATED");
    }

    @Test
    void staysAsItIsWhenNothingIsSaidThatAReferrerCanSee() {
        Referral inScreening = inScreening();

        assertThat(inScreening.hear(event("ScreeningAtRisk", Map.of("round", 1)), null, NOW, NOW))
                .isSameAs(inScreening);
    }

    @Test
    void reachesNothingMoreOnceItWasWithdrawnButStillHearsWhatTheHubWrote() {
        Referral withdrawn = accepted(inScreening().withdraw(WithdrawalReason.OTHER, null, NOW))
                .state();

        Referral decided = decided(withdrawn, ScreeningDecision.ADVICE_SIGNPOST);

        assertThat(decided.status()).isEqualTo(Status.WITHDRAWN);
        assertThat(codes(decided)).containsExactly("RECEIVED", "IN_SCREENING", "WITHDRAWN");
        assertThat(decided.tracking().message()).isEqualTo(TEXT);
    }

    private Referral inScreening() {
        Referral opened = hear(received, event("ScreeningOpened", Map.of("round", 1, "submission", 1)));
        return hear(opened, event("ScreeningClaimed", Map.of("round", 1)));
    }

    private static Referral decided(Referral referral, ScreeningDecision decision) {
        return hear(referral, event("ScreeningDecided", Map.of("round", 1, "decision", decision.name())));
    }

    private static List<Decision<Referral, ReferralEvent>> everything(Referral referral) {
        return List.of(
                referral.addInformation(INFORMATION, NOW),
                referral.changeConsent(new ReferralEvent.ConsentChanged(true, "a1", NOW, null), NOW),
                referral.withdraw(WithdrawalReason.SENT_TWICE, null, NOW),
                referral.markAsError(ErrorReason.OTHER, null, NOW));
    }

    private static Referral hear(Referral referral, Told event) {
        return referral.hear(event, TEXT, NOW, NOW);
    }

    private static List<String> codes(Referral referral) {
        return referral.tracking().milestones().stream()
                .map(milestone -> milestone.code().name())
                .toList();
    }

    private static Decision.Accepted<Referral, ReferralEvent> accepted(Decision<Referral, ReferralEvent> decision) {
        return (Decision.Accepted<Referral, ReferralEvent>) decision;
    }

    private static List<String> refused(Decision<Referral, ReferralEvent> decision) {
        return ((Decision.Refused<Referral, ReferralEvent>) decision).refusal().allowed();
    }

    /** An event about the child {@code c1}. */
    static Told event(String type, Map<String, Object> fields) {
        return new Told() {
            @Override
            public String type() {
                return type;
            }

            @Override
            public Optional<String> text(String field) {
                return Optional.ofNullable(fields.get(field)).map(Object::toString);
            }

            @Override
            public Optional<Integer> number(String field) {
                return Optional.ofNullable((Integer) fields.get(field));
            }

            @Override
            public List<String> texts(String field) {
                return field.equals("childrenRefs") ? List.of("c1") : List.of();
            }
        };
    }
}
