package scot.fort.notification.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import scot.fort.platform.lifecycle.Decision;
import scot.fort.platform.lifecycle.Decision.Accepted;
import scot.fort.platform.lifecycle.Refusal;
import scot.fort.platform.sealing.Sealed;

class CorrespondenceTests {

    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    private static final Receipt RECEIPT =
            new Receipt("FORT-2345-678X", "school", new Sealed("k1", new byte[] {1}), false);
    private static final RetryPolicy POLICY =
            new RetryPolicy(List.of(Duration.ofMinutes(1), Duration.ofMinutes(5)), Duration.ofMinutes(2));

    private final Correspondence received = Correspondence.empty()
            .received(RECEIPT)
            .tellReferrer("m1", Template.REFERRAL_RECEIVED, NOW)
            .state();

    @Test
    void waitsWithAMessageUntilTheReferralIsKnown() {
        Correspondence early = Correspondence.empty()
                .tellReferrer("m1", Template.SCREENING_DECIDED, NOW)
                .state();

        assertThat(early.due(NOW)).isEmpty();
        assertThat(early.nextDueAt()).isNull();

        Correspondence known = early.received(RECEIPT);

        assertThat(known.due(NOW)).get().extracting(Message::organisation).isEqualTo("school");
        assertThat(known.nextDueAt()).isEqualTo(NOW);
    }

    @Test
    void givesUpWhatItCanAddressNoMoreOnceTheReferralIsErased() {
        Sealed address = new Sealed("k1", new byte[] {2});
        Correspondence sent = received.begin("m1", NOW, POLICY).sent("m1", 1).state();
        Correspondence waiting = sent.withProvider("o1", address)
                .tellProvider("m2", Template.SUPPORT_OFFERED, "o1", "barnardos", NOW)
                .state()
                .tellReferrer("m3", Template.SCREENING_DECIDED, NOW)
                .state()
                .tellTeams("m4", Template.CONSENT_WITHDRAWN, NOW)
                .state();

        Accepted<Correspondence, NotificationEvent> erased = waiting.contentErased();

        assertThat(erased.events())
                .containsExactly(
                        new NotificationEvent.GivenUp("m2", 0, "ADDRESS_ERASED"),
                        new NotificationEvent.GivenUp("m3", 0, "ADDRESS_ERASED"));
        assertThat(erased.state().messages())
                .extracting(Message::state)
                .containsExactly(MessageState.SENT, MessageState.GIVEN_UP, MessageState.GIVEN_UP, MessageState.QUEUED);
        assertThat(erased.state().receipt()).isEqualTo(RECEIPT.withoutContent());
        assertThat(erased.state().withProvider("o2", address).providers()).isEmpty();
        assertThat(erased.state().retry("m3", NOW)).isInstanceOf(Decision.Refused.class);
    }

    @Test
    void holdsOthersOffForTheLengthOfTheLease() {
        Correspondence begun = received.begin("m1", NOW, POLICY);

        assertThat(begun.due(NOW.plusSeconds(119))).isEmpty();
        assertThat(begun.due(NOW.plusSeconds(120))).isPresent();
    }

    @Test
    void isNeverDueAgainOnceSent() {
        Accepted<Correspondence, NotificationEvent> sent =
                received.begin("m1", NOW, POLICY).sent("m1", 1);

        assertThat(sent.state().nextDueAt()).isNull();
        assertThat(sent.events()).containsExactly(new NotificationEvent.Sent("m1", 1));
    }

    @Test
    void triesAgainAfterEachPauseAndThenGivesUp() {
        Correspondence state = received;
        Instant at = NOW;
        int attempt = 1;
        for (Duration pause : POLICY.pauses()) {
            Accepted<Correspondence, NotificationEvent> failed =
                    state.begin("m1", at, POLICY).failed("m1", attempt++, DeliveryFault.SERVER_UNREACHABLE, at, POLICY);
            state = failed.state();
            assertThat(failed.events()).hasOnlyElementsOfType(NotificationEvent.Failed.class);
            assertThat(state.nextDueAt()).isEqualTo(at.plus(pause));
            at = at.plus(pause);
        }

        Accepted<Correspondence, NotificationEvent> last =
                state.begin("m1", at, POLICY).failed("m1", attempt, DeliveryFault.SERVER_UNREACHABLE, at, POLICY);

        assertThat(last.events()).containsExactly(new NotificationEvent.GivenUp("m1", 3, "SERVER_UNREACHABLE"));
        assertThat(last.state().nextDueAt()).isNull();
    }

    @Test
    void givesUpAtOnceWhereAnotherTryCannotHelp() {
        Accepted<Correspondence, NotificationEvent> failed =
                received.begin("m1", NOW, POLICY).failed("m1", 1, DeliveryFault.ADDRESS_ERASED, NOW, POLICY);

        assertThat(failed.events()).containsExactly(new NotificationEvent.GivenUp("m1", 1, "ADDRESS_ERASED"));
    }

    @Test
    void staysSentWhateverAnAttemptThatOutlivedItsLeaseReports() {
        Correspondence overtaken = received.begin("m1", NOW, POLICY).begin("m1", NOW.plusSeconds(120), POLICY);
        Correspondence sent = overtaken.sent("m1", 2).state();

        assertThat(sent.sent("m1", 1).events()).isEmpty();
        assertThat(sent.failed("m1", 1, DeliveryFault.REFUSED, NOW, POLICY)).isEqualTo(new Accepted<>(sent, List.of()));
        assertThat(overtaken.failed("m1", 1, DeliveryFault.REFUSED, NOW, POLICY).events())
                .as("the second attempt is under way")
                .isEmpty();
    }

    @Test
    void isTriedAgainOnRequestOnlyWhenItWasGivenUp() {
        assertThat(received.retry("m1", NOW))
                .isEqualTo(Decision.refused(new Refusal(
                        "illegal-transition",
                        "Only a message that was given up can be tried again.",
                        List.of("GIVEN_UP", "SENT"))));

        Correspondence givenUp = received.begin("m1", NOW, POLICY)
                .failed("m1", 1, DeliveryFault.REFUSED, NOW, POLICY)
                .state();

        assertThat(givenUp.retry("m1", NOW)).isInstanceOf(Accepted.class);
    }

    @Test
    void countsAsRestrictedUntilItsReceiptSaysThatItIsNot() {
        assertThat(Correspondence.empty().isRestricted()).isTrue();
        assertThat(received.isRestricted()).isFalse();
    }
}
