package scot.fort.intake.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import scot.fort.platform.lifecycle.Decision;
import scot.fort.platform.lifecycle.Status;
import scot.fort.platform.sealing.Sealed;

/** What is told of a referral once more, because the answer was lost. */
class ToldTwiceTests {

    private static final Sealed TEXT = StoredReferrals.sealed();
    private static final Information INFORMATION = new Information(TEXT, StoredReferrals.sealed(), null);
    private static final Instant NOW = StoredReferrals.RECEIVED_AT.plus(Duration.ofDays(1));
    private static final Instant LATER = NOW.plusSeconds(60);

    private final Referral received = StoredReferrals.received("r1");

    static Stream<Function<Referral, Decision<Referral, ReferralEvent>>> repetitions() {
        return Stream.of(
                referral -> referral.changeConsent(consent(true, "a1", NOW, null), LATER),
                referral -> referral.changeConsent(consent(true, "a1", NOW, TEXT), LATER),
                referral -> referral.changeConsent(consent(true, "a1", NOW.plusNanos(1), null), LATER),
                referral -> referral.withdraw(WithdrawalReason.OTHER, null, LATER),
                referral -> referral.withdraw(WithdrawalReason.OTHER, TEXT, LATER));
    }

    @ParameterizedTest
    @MethodSource("repetitions")
    void changesNothingAndIsToldOnce(Function<Referral, Decision<Referral, ReferralEvent>> repetition) {
        Referral consented = after(received.changeConsent(consent(true, "a1", NOW, TEXT), NOW));
        Referral told = after(consented.withdraw(WithdrawalReason.OTHER, TEXT, NOW));

        assertThat(repetition.apply(told)).isEqualTo(new Decision.Accepted<>(told, List.of()));
        assertThat(repetition.apply(erased(told))).isInstanceOf(Decision.Accepted.class);
    }

    @Test
    void isMarkedAsErrorOnce() {
        Referral marked = after(received.markAsError(ErrorReason.WRONG_CHILD, TEXT, NOW));

        assertThat(marked.markAsError(ErrorReason.WRONG_CHILD, null, LATER))
                .isEqualTo(new Decision.Accepted<>(marked, List.of()));
    }

    @Test
    void refusesAnotherReason() {
        Referral withdrawn = after(received.withdraw(WithdrawalReason.OTHER, null, NOW));
        Referral marked = after(received.markAsError(ErrorReason.OTHER, null, NOW));

        assertThat(List.of(
                        withdrawn.withdraw(WithdrawalReason.SENT_TWICE, null, LATER),
                        withdrawn.markAsError(ErrorReason.OTHER, null, LATER),
                        marked.markAsError(ErrorReason.SENT_TWICE, null, LATER),
                        marked.withdraw(WithdrawalReason.OTHER, null, LATER)))
                .allMatch(Decision.Refused.class::isInstance);
    }

    @Test
    void tellsEveryOtherChangeOfConsent() {
        Referral consented = after(received.changeConsent(consent(true, "a1", NOW, null), NOW));
        Referral taken = after(consented.changeConsent(consent(false, "a1", NOW, null), LATER));

        for (ReferralEvent.ConsentChanged another : List.of(
                consent(false, "a1", NOW, null), consent(true, "c1", NOW, null), consent(true, "a1", LATER, null))) {
            assertThat(events(consented.changeConsent(another, LATER))).containsExactly(another);
        }
        assertThat(events(taken.changeConsent(consent(true, "a1", NOW, null), LATER)))
                .hasSize(1);
    }

    @Test
    void knowsTheInformationThatWasToldLastWhateverBecomesOfTheReferral() {
        Information another = new Information(TEXT, new Sealed("key", new byte[] {2}), null);
        Referral told = after(after(received.addInformation(INFORMATION, NOW)).addInformation(another, NOW));

        Referral closed = inScreening(told, "NO_FURTHER_ACTION");
        Referral withdrawn = after(told.withdraw(WithdrawalReason.OTHER, null, NOW));

        assertThat(received.said().information()).isNull();
        assertThat(told.said().information()).isSameAs(another.fingerprint());
        assertThat(closed.status()).isEqualTo(Status.CLOSED);
        assertThat(closed.said().information()).isSameAs(another.fingerprint());
        assertThat(withdrawn.said().information()).isSameAs(another.fingerprint());
        assertThat(erased(withdrawn).said().information()).isNull();
    }

    @Test
    void takesTheSameWordsForANewAnswerOnceTheHubHasAskedOrReturned() {
        Referral told = after(received.addInformation(INFORMATION, NOW));
        Referral asked = hear(told, "InformationRequested", Map.of("number", 1));
        Referral answered = after(asked.addInformation(INFORMATION, NOW));

        assertThat(asked.said().information()).isNull();
        assertThat(answered.said().information()).isSameAs(INFORMATION.fingerprint());
        assertThat(hear(answered, "InformationRequested", Map.of("number", 2))
                        .said()
                        .information())
                .isNull();
        assertThat(inScreening(answered, "RETURN_TO_REFERRER").said().information())
                .isNull();
    }

    private static Referral inScreening(Referral referral, String decision) {
        Referral opened = hear(referral, "ScreeningOpened", Map.of("round", 1, "submission", 1));
        return hear(opened, "ScreeningDecided", Map.of("round", 1, "decision", decision));
    }

    private static Referral hear(Referral referral, String type, Map<String, Object> fields) {
        return referral.hear(ReferralTests.event(type, fields), null, NOW, NOW);
    }

    private static Referral erased(Referral referral) {
        Referral asked = after(ErasureDecisions.request(referral, ErasureReason.OTHER, "olga", NOW));
        return after(ErasureDecisions.approve(asked, "mo", NOW));
    }

    private static ReferralEvent.ConsentChanged consent(boolean given, String by, Instant at, @Nullable Sealed text) {
        return new ReferralEvent.ConsentChanged(given, by, at, text);
    }

    private static Referral after(Decision<Referral, ReferralEvent> decision) {
        return ((Decision.Accepted<Referral, ReferralEvent>) decision).state();
    }

    private static List<ReferralEvent> events(Decision<Referral, ReferralEvent> decision) {
        return ((Decision.Accepted<Referral, ReferralEvent>) decision).events();
    }
}
