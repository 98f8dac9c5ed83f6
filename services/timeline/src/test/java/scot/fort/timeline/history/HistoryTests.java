package scot.fort.timeline.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static scot.fort.platform.messaging.contract.EventBuilders.allocationOpened;
import static scot.fort.platform.messaging.contract.EventBuilders.claimed;
import static scot.fort.platform.messaging.contract.EventBuilders.completed;
import static scot.fort.platform.messaging.contract.EventBuilders.decided;
import static scot.fort.platform.messaging.contract.EventBuilders.exhausted;
import static scot.fort.platform.messaging.contract.EventBuilders.informationAdded;
import static scot.fort.platform.messaging.contract.EventBuilders.informationRequested;
import static scot.fort.platform.messaging.contract.EventBuilders.offered;
import static scot.fort.platform.messaging.contract.EventBuilders.received;
import static scot.fort.platform.messaging.contract.EventBuilders.reopened;
import static scot.fort.platform.messaging.contract.EventBuilders.resubmitted;
import static scot.fort.platform.messaging.contract.EventBuilders.screeningOpened;
import static scot.fort.platform.messaging.contract.EventBuilders.started;
import static scot.fort.platform.messaging.contract.EventBuilders.withdrawn;
import static scot.fort.platform.messaging.contract.EventSamples.some;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import scot.fort.events.allocation.OfferRevoked;
import scot.fort.events.allocation.SupportFailed;
import scot.fort.events.common.EscalationOutcome;
import scot.fort.events.common.ScreeningDecision;
import scot.fort.events.triage.EscalationOutcomeRecorded;
import scot.fort.platform.lifecycle.Lane;
import scot.fort.platform.lifecycle.Priority;
import scot.fort.platform.lifecycle.Status;
import scot.fort.platform.messaging.contract.EventScript;
import scot.fort.platform.messaging.contract.ScriptedEvent;

class HistoryTests {

    private static final scot.fort.events.common.Priority AMBER = scot.fort.events.common.Priority.AMBER;
    private static final scot.fort.events.common.Priority RED = scot.fort.events.common.Priority.RED;

    private final EventScript script = EventScript.about("r");

    @Test
    void knowsNothingBeforeTheFirstEvent() {
        assertThat(History.empty().entries()).isEmpty();
        assertThat(History.empty().isReceived()).isFalse();
    }

    @Test
    void tellsWhatTheReferralIsAndWhereItStands() {
        Header header = Stories.history(Stories.supportStarts()).header();

        assertThat(header.reference()).isEqualTo("FORT-7K2M-9QXA");
        assertThat(header.lane()).isEqualTo(Lane.FAMILY_SUPPORT);
        assertThat(header.organisation()).isEqualTo("school-rosebank");
        assertThat(header.restricted()).isFalse();
        assertThat(header.status()).isEqualTo(Status.SUPPORT_ACTIVE);
    }

    @Test
    void keepsNothingSealedOnceTheReferralIsErasedWhateverIsHeardLater() {
        History before = Stories.history(Stories.supportStarts());
        History after = Stories.history(Stories.erasedInTheEnd("r"));

        assertThat(parts(before)).hasSizeGreaterThan(2).noneMatch(SealedPart::isEmptied);
        assertThat(parts(after)).hasSizeGreaterThan(parts(before).size()).allMatch(SealedPart::isEmptied);
        assertThat(parts(after.asKnownAt(before.entries().getLast().recordedAt())))
                .hasSameSizeAs(parts(before))
                .allMatch(SealedPart::isEmptied);
        assertThat(after.entries().subList(0, before.entries().size()))
                .extracting(Entry::type, Entry::details)
                .containsExactlyElementsOf(before.entries().stream()
                        .map(entry -> tuple(entry.type(), entry.details()))
                        .toList());
    }

    private static List<SealedPart> parts(History history) {
        return history.entries().stream()
                .flatMap(entry -> entry.sealed().stream())
                .toList();
    }

    @Test
    void takesThePriorityThatTriageSaidLast() {
        script.then(received()).then(screeningOpened(AMBER));
        assertThat(Stories.history(script).header().priority()).isEqualTo(Priority.AMBER);

        script.then(decided(ScreeningDecision.REQUEST_IRD).setPriority(RED));
        assertThat(Stories.history(script).header().priority()).isEqualTo(Priority.RED);
    }

    @Test
    void keepsARestrictedReferralRestricted() {
        script.then(received().setRestricted(true)).then(screeningOpened(RED));

        assertThat(Stories.history(script).header().restricted()).isTrue();
    }

    @Test
    void isNotReceivedWhileOnlyOtherServicesHaveBeenHeard() {
        script.then(screeningOpened(AMBER));

        assertThat(Stories.history(script).isReceived()).isFalse();
        assertThat(Stories.history(script).entries()).hasSize(1);
    }

    @Test
    void ordersEntriesByWhenTheyHappened() {
        List<ScriptedEvent> told = Stories.supportStarts().events();

        assertThat(Stories.history(told.reversed()).entries())
                .extracting(Entry::occurredAt)
                .isSorted();
    }

    @Test
    void takesAnEntryOnce() {
        History once = Stories.history(script.then(received()));

        assertThat(once.with(Stories.entry(script.events().getFirst()))).isSameAs(once);
    }

    @Test
    void showsWhatWasKnownAtATimeAndTheStatusThatItGave() {
        History history = Stories.history(Stories.supportStarts());
        Entry asked = history.entries().stream()
                .filter(entry -> entry.type().equals("InformationRequested"))
                .findFirst()
                .orElseThrow();

        History then = history.asKnownAt(asked.recordedAt());
        History before = history.asKnownAt(asked.recordedAt().minusMillis(1));
        History first = history.asKnownAt(history.entries().getFirst().occurredAt());

        assertThat(then.header().status()).isEqualTo(Status.INFORMATION_REQUESTED);
        assertThat(then.positions()).isEqualTo(Map.of("intake", 1L, "triage", 4L, "notification", 2L));
        assertThat(before.header().status()).isEqualTo(Status.IN_SCREENING);
        assertThat(first.isReceived()).isFalse();
    }

    @Test
    void followsTheStatusThroughEveryStep() {
        assertThatStatusIs(Status.RECEIVED, script.then(received()).then(screeningOpened(AMBER)));
        assertThatStatusIs(Status.IN_SCREENING, script.then(claimed("kim")));
        assertThatStatusIs(Status.INFORMATION_REQUESTED, script.then(informationRequested(1)));
        assertThatStatusIs(Status.IN_SCREENING, script.then(informationAdded(1)));
        assertThatStatusIs(Status.RETURNED, script.then(decided(ScreeningDecision.RETURN_TO_REFERRER)));
        assertThatStatusIs(Status.RECEIVED, script.then(resubmitted(2)));
        assertThatStatusIs(Status.IN_SCREENING, script.then(reopened(2, 2)).then(claimed("kim")));
        assertThatStatusIs(
                Status.ESCALATED,
                script.then(decided(ScreeningDecision.REQUEST_IRD).setRound(2)));
        assertThatStatusIs(
                Status.IN_SCREENING,
                script.then(outcome(EscalationOutcome.SENT_BACK)).then(reopened(3, 2)));
        assertThatStatusIs(
                Status.ALLOCATING,
                script.then(decided(ScreeningDecision.ALLOCATE_FAMILY_SUPPORT).setRound(3)));
        assertThatStatusIs(
                Status.UNALLOCATED,
                script.then(allocationOpened().setRound(3)).then(exhausted().setRound(3)));
        assertThatStatusIs(Status.ALLOCATING, script.then(offered("o1").setRound(3)));
        assertThatStatusIs(Status.SUPPORT_ACTIVE, script.then(started("o1").setRound(3)));
        assertThatStatusIs(Status.ALLOCATING, script.then(failed("o1")));
        assertThatStatusIs(
                Status.SUPPORT_ACTIVE,
                script.then(offered("o2").setRound(3)).then(started("o2").setRound(3)));
        assertThatStatusIs(Status.SUPPORT_ACTIVE, script.then(revoked("o3")));
        assertThatStatusIs(Status.CLOSED, script.then(completed("o2").setRound(3)));
        assertThatStatusIs(Status.WITHDRAWN, script.then(withdrawn("FAMILY_MOVED")));
    }

    @Test
    void closesWithTheOutcomeOfAnEscalation() {
        script.then(received())
                .then(screeningOpened(RED))
                .then(claimed("kim"))
                .then(decided(ScreeningDecision.SOCIAL_WORK_ASSESSMENT))
                .then(outcome(EscalationOutcome.CHILDS_PLAN));

        assertThatStatusIs(Status.CLOSED, script);
    }

    private static EscalationOutcomeRecorded.Builder outcome(EscalationOutcome outcome) {
        return EscalationOutcomeRecorded.newBuilder(some(EscalationOutcomeRecorded.class))
                .setOutcome(outcome);
    }

    private static SupportFailed.Builder failed(String offerId) {
        return SupportFailed.newBuilder(some(SupportFailed.class)).setRound(3).setOfferId(offerId);
    }

    private static OfferRevoked.Builder revoked(String offerId) {
        return OfferRevoked.newBuilder(some(OfferRevoked.class)).setRound(3).setOfferId(offerId);
    }

    private static void assertThatStatusIs(Status expected, EventScript script) {
        assertThat(Stories.history(script).header().status()).isEqualTo(expected);
    }
}
