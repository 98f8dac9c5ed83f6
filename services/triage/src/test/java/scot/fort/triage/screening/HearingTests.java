package scot.fort.triage.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static scot.fort.triage.screening.Given.DESK;
import static scot.fort.triage.screening.Given.HEARING;
import static scot.fort.triage.screening.Given.RECEIVED;
import static scot.fort.triage.screening.Given.TEXT;
import static scot.fort.triage.screening.Given.aReferral;
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
import scot.fort.platform.lifecycle.ScreeningDecision;
import scot.fort.platform.lifecycle.Status;
import scot.fort.triage.matching.ChildPointer;
import scot.fort.triage.matching.Likeness.Relation;
import scot.fort.triage.screening.ScreeningEvent.Reopened;

/** What intake and allocation tell, and what becomes of it. */
class HearingTests {

    private static final Kin BESIDE_ANOTHER = new Kin(List.of(new Kin.Relative(
            "c1", Relation.SAME_CHILD, new ChildPointer("r0", "c1"), Given.RECEIVED.minus(Duration.ofDays(1)), false)));

    private static final String KIM = "kim";
    private static final Instant NOW = RECEIVED.plusSeconds(60);

    private static final Instant LATER = NOW.plus(Duration.ofDays(3));

    private final Screening claimed = after(aScreening(), KIM, NOW, new ClaimScreening());

    @Test
    void opensWithTheFirstRoundOfTheFirstSubmission() {
        var opened = HEARING.received(
                Screening.unheard(), aReferral().ofProtection().about("NEGLECT").build());

        assertThat(opened.state().status()).isEqualTo(Status.RECEIVED);
        assertThat(opened.events()).singleElement().isInstanceOfSatisfying(ScreeningEvent.Opened.class, event -> {
            assertThat(event.round()).isEqualTo(1);
            assertThat(event.submission()).isEqualTo(1);
            assertThat(event.childrenRefs()).containsExactly("c1");
            assertThat(event.rating().priority()).isEqualTo(Priority.AMBER);
            assertThat(event.rating().deadline().dueAt()).isEqualTo("2026-11-23T10:00:00Z");
        });
    }

    @Test
    void waitsWithAHoldForTheAnswerToTheQuestionThatIsOpen() {
        Screening asked = after(claimed, KIM, NOW, new RequestInformation(TEXT));
        Instant muchLater = NOW.plus(Duration.ofDays(30));

        assertThat(asked.status()).isEqualTo(Status.INFORMATION_REQUESTED);
        assertThat(asked.rated().isBreached(muchLater)).isFalse();
        assertThat(claimed.rated().isBreached(muchLater)).isTrue();
        assertThat(HEARING.informed(asked, new CaseNotes.Information(NOW, null, TEXT))
                        .status())
                .isEqualTo(Status.INFORMATION_REQUESTED);

        Screening answered = HEARING.informed(asked, answer(1, muchLater));

        assertThat(answered.status()).isEqualTo(Status.IN_SCREENING);
        assertThat(answered.rated().deadline().openHold()).isEmpty();
        assertThat(answered.rated().isBreached(muchLater)).isFalse();
    }

    @Test
    void screensAResubmittedReferralWithANewClockAndThePriorityThatSomebodyGaveIt() {
        Screening returned = after(
                claimed,
                KIM,
                NOW,
                new RatePriority(Priority.AMBER, TEXT),
                deciding(ScreeningDecision.RETURN_TO_REFERRER));
        Instant again = Instant.parse("2026-12-01T09:00:00Z");

        var resubmitted = HEARING.resubmitted(returned, 2, again);

        assertThat(resubmitted.state().status()).isEqualTo(Status.RECEIVED);
        assertThat(resubmitted.state().rated().priority()).isEqualTo(Priority.AMBER);
        assertThat(resubmitted.state().rated().deadline().dueAt()).isEqualTo("2026-12-01T17:00:00Z");
        assertThat(resubmitted.events()).singleElement().isInstanceOfSatisfying(Reopened.class, reopened -> {
            assertThat(reopened.reopening().round()).isEqualTo(2);
            assertThat(reopened.reopening().submission()).isEqualTo(2);
            assertThat(reopened.reopening().cause()).isEqualTo(Judgements.ReopenCause.RESUBMITTED);
        });
    }

    @Test
    void letsTheHolderBeginWithAChildWhoWasSentAgainWhileAnotherIsScreened() {
        Screening partly = after(claimed, KIM, NOW, deciding(ScreeningDecision.RETURN_TO_REFERRER, "c2"));

        Screening again = HEARING.resubmitted(partly, 2, NOW).state();
        var claimedAgain = accepted(DESK.carryOut(new ClaimScreening(), again, KIM, NOW));

        assertThat(again.status()).isEqualTo(Status.RECEIVED);
        assertThat(again.isClaimedBy(KIM, NOW)).isTrue();
        assertThat(claimedAgain.state().childrenIn(Status.IN_SCREENING)).containsExactly("c1", "c2");
        assertThat(claimedAgain.events()).hasExactlyElementsOfTypes(ScreeningEvent.Claimed.class);
    }

    @Test
    void screensAgainWhenAProviderWorriesAndNeverLosesTheWorry() {
        Screening supported = after(claimed, KIM, NOW, deciding(ScreeningDecision.ALLOCATE_FAMILY_SUPPORT));
        var worry = new CaseNotes.RaisedConcern(NOW, "provider-barnardos", TEXT);

        var reopened = HEARING.concernRaised(supported, worry);
        var second = HEARING.concernRaised(reopened.state(), worry);
        var late = HEARING.concernRaised(HEARING.withdrawn(supported), worry);

        assertThat(reopened.state().status()).isEqualTo(Status.IN_SCREENING);
        assertThat(reopened.state().rated().priority()).isEqualTo(Priority.AMBER);
        assertThat(reopened.events()).hasExactlyElementsOfTypes(Reopened.class);
        assertThat(second.events()).as("it is being screened already").isEmpty();
        assertThat(second.state().notes().concernsRaised()).hasSize(2);
        assertThat(late.events()).isEmpty();
        assertThat(late.state().notes().concernsRaised()).hasSize(1);
        assertThat(late.state().status()).isEqualTo(Status.WITHDRAWN);
    }

    @Test
    void ratesWhatIsBeingScreenedAtLeastAsUrgentWhenAProviderWorries() {
        var worry = new CaseNotes.RaisedConcern(NOW, "provider-barnardos", TEXT);

        var rated = HEARING.concernRaised(claimed, worry);

        assertThat(rated.state().rated().priority()).isEqualTo(Priority.AMBER);
        assertThat(rated.state().rated().deadline().receivedAt()).isEqualTo(RECEIVED);
        assertThat(rated.state().isClaimedBy(KIM, NOW)).isTrue();
        assertThat(rated.events()).singleElement().isInstanceOfSatisfying(ScreeningEvent.Rated.class, event -> {
            assertThat(event.rerating().previous()).isEqualTo(Priority.GREEN);
            assertThat(event.rerating().by()).isEqualTo("triage");
        });
        assertThat(HEARING.concernRaised(rated.state(), worry).events())
                .as("it is urgent enough")
                .isEmpty();
        Screening asked = after(rated.state(), KIM, NOW, new RequestInformation(TEXT));
        assertThat(HEARING.concernRaised(asked, worry).state().rated().isBreached(NOW.plus(Duration.ofDays(30))))
                .as("an open question does not stop the clock of a worry")
                .isTrue();
    }

    @Test
    void letsNoUnansweredQuestionAboutAnotherChildStopTheClockOfAConcern() {
        Screening partly = after(claimed, KIM, NOW, deciding(ScreeningDecision.ALLOCATE_FAMILY_SUPPORT, "c1"));
        Screening asked = after(partly, KIM, NOW, new RequestInformation(TEXT));
        var worry = new CaseNotes.RaisedConcern(NOW, "provider-barnardos", TEXT);

        Screening worried = HEARING.concernRaised(asked, worry).state();

        assertThat(worried.rated().priority()).isEqualTo(Priority.AMBER);
        assertThat(worried.rated().isBreached(NOW.plus(Duration.ofDays(30)))).isTrue();
    }

    @Test
    void findsAChildMoreUrgentForARuleThatFiresOnceTheirAgeIsCorrected() {
        Screening asked = after(
                aScreening(aReferral().ofProtection().about("NEGLECT")),
                KIM,
                NOW,
                new ClaimScreening(),
                new RequestInformation(TEXT));

        var baby = corrected(asked, child(0));

        assertThat(baby.state().rated().priority()).isEqualTo(Priority.RED);
        assertThat(baby.state().rated().rules()).containsExactly("CHILD_UNDER_ONE", "CHILD_PROTECTION");
        assertThat(baby.state().rated().rulesVersion()).isEqualTo("2026-1");
        assertThat(baby.state().rated().deadline().dueAt()).isEqualTo(RECEIVED.plus(Duration.ofHours(4)));
        assertThat(baby.state().rated().heldSince())
                .as("RED waits for no answer")
                .isEmpty();
        assertThat(baby.state().knownPlace().rank()).isZero();
        assertThat(baby.events()).singleElement().isInstanceOfSatisfying(ScreeningEvent.Rated.class, event -> {
            assertThat(event.rerating().previous()).isEqualTo(Priority.AMBER);
            assertThat(event.rerating().priority()).isEqualTo(Priority.RED);
            assertThat(event.rerating().rules()).containsExactly("CHILD_UNDER_ONE");
            assertThat(event.rerating().rulesVersion()).isEqualTo("2026-1");
            assertThat(event.rerating().by()).isEqualTo("triage");
            assertThat(event.rerating().at()).isEqualTo(NOW);
            assertThat(event.rerating().rationale()).isNull();
        });
        assertThat(baby.state().judgements().ratings()).hasSize(1);
    }

    @Test
    void isNeverLessUrgentForACorrection() {
        Screening baby = aScreening(aReferral().ofProtection().withChild(0, false));

        var older = corrected(baby, child(11));

        assertThat(older.events()).isEmpty();
        assertThat(older.state().rated()).isEqualTo(baby.rated());
        assertThat(older.state().known().children()).containsExactly(child(11));
        assertThat(older.state().notes().corrections()).hasSize(1);
    }

    @Test
    void letsAPersonsRatingStandUnlessACorrectionSaysWhatTheyDidNotKnow() {
        Screening baby = aScreening(aReferral().ofProtection().withChild(0, false));
        Screening lowered = after(baby, KIM, NOW, new ClaimScreening(), new RatePriority(Priority.GREEN, TEXT));
        Screening raised = after(
                aScreening(aReferral().ofProtection()),
                KIM,
                NOW,
                new ClaimScreening(),
                new RatePriority(Priority.RED, TEXT));

        assertThat(corrected(lowered, child(0)).events()).isEmpty();
        assertThat(corrected(raised, unborn()).events()).isEmpty();

        var unborn = corrected(lowered, unborn());

        assertThat(unborn.state().rated().priority())
                .as("as the rule asks that fires now, not as one that the person had overruled")
                .isEqualTo(Priority.AMBER);
        assertThat(unborn.events()).hasSize(1);
        assertThat(corrected(corrected(lowered, child(3)).state(), child(0))
                        .state()
                        .rated()
                        .priority())
                .isEqualTo(Priority.RED);
    }

    @Test
    void beginsAgainAsUrgentAsTheCorrectionOfWhatWasReturnedHasIt() {
        Screening returned = after(
                aScreening(aReferral().ofProtection()),
                KIM,
                NOW,
                new ClaimScreening(),
                deciding(ScreeningDecision.RETURN_TO_REFERRER));
        Screening decided = after(
                aScreening(aReferral().ofProtection()),
                KIM,
                NOW,
                new ClaimScreening(),
                deciding(ScreeningDecision.ADVICE_SIGNPOST));

        Screening again = HEARING.resubmitted(corrected(returned, child(0)).state(), 2, NOW)
                .state();

        assertThat(again.rated().priority()).isEqualTo(Priority.RED);
        assertThat(again.rated().deadline().dueAt()).isEqualTo(NOW.plus(Duration.ofHours(4)));
        assertThat(corrected(decided, child(0)).events())
                .as("nobody screens it for now")
                .isEmpty();
    }

    @Test
    void beginsAgainAsUrgentAsACorrectionHasItThatCameWhileNobodyScreenedIt() {
        Screening escalated = decided(aScreening(aReferral().ofProtection()), ScreeningDecision.REQUEST_IRD);

        var baby = corrected(escalated, child(0));
        var sentBack = sentBack(baby.state());

        assertThat(baby.events()).isEmpty();
        assertThat(baby.state().rated().deadline()).isEqualTo(escalated.rated().deadline());
        assertThat(sentBack.state().rated().priority()).isEqualTo(Priority.RED);
        assertThat(sentBack.state().rated().rules()).containsExactly("CHILD_UNDER_ONE", "CHILD_PROTECTION");
        assertThat(sentBack.state().rated().deadline().dueAt()).isEqualTo(LATER.plus(Duration.ofHours(4)));
        assertThat(sentBack.events())
                .hasExactlyElementsOfTypes(
                        ScreeningEvent.OutcomeRecorded.class, Reopened.class, ScreeningEvent.Rated.class)
                .last()
                .isInstanceOfSatisfying(ScreeningEvent.Rated.class, rated -> {
                    assertThat(rated.rerating().round()).isEqualTo(2);
                    assertThat(rated.rerating().previous()).isEqualTo(Priority.AMBER);
                    assertThat(rated.rerating().rules()).containsExactly("CHILD_UNDER_ONE");
                    assertThat(rated.rerating().rulesVersion()).isEqualTo("2026-1");
                });
        Screening lowered =
                after(sentBack.state(), KIM, LATER, new ClaimScreening(), new RatePriority(Priority.GREEN, TEXT));
        assertThat(sentBack(decided(lowered, ScreeningDecision.REQUEST_IRD))
                        .state()
                        .rated()
                        .priority())
                .as("a correction counts once")
                .isEqualTo(Priority.GREEN);
    }

    @Test
    void beginsAgainAsItWasRatedWhereNothingIsSaidThatWasNotKnownThen() {
        Screening escalated = decided(aScreening(aReferral().ofProtection()), ScreeningDecision.REQUEST_IRD);
        Screening danger = aScreening(aReferral().ofProtection().inImmediateDanger());
        Screening lowered = after(
                corrected(danger, child(0)).state(),
                KIM,
                NOW,
                new ClaimScreening(),
                new RatePriority(Priority.GREEN, TEXT),
                deciding(ScreeningDecision.REQUEST_IRD));

        var takenBack = corrected(corrected(escalated, child(0)).state(), child(3));

        assertThat(sentBack(takenBack.state()).state().rated().priority()).isEqualTo(Priority.AMBER);
        assertThat(sentBack(corrected(lowered, child(0)).state())
                        .state()
                        .rated()
                        .priority())
                .isEqualTo(Priority.GREEN);
    }

    @Test
    void asksOfAnEarlierReferralNoMoreThanTheRuleOfIt() {
        Screening lowered = after(
                aScreening(aReferral().ofProtection().about("PHYSICAL_ABUSE")),
                KIM,
                NOW,
                new ClaimScreening(),
                new RatePriority(Priority.GREEN, TEXT));

        var related = HEARING.related(lowered, BESIDE_ANOTHER, true, NOW);

        assertThat(related.state().rated().priority()).isEqualTo(Priority.AMBER);
        assertThat(related.state().rated().rules())
                .containsExactly("CHILD_WITH_AN_OPEN_REFERRAL", "PHYSICAL_HARM", "CHILD_PROTECTION");
        assertThat(HEARING.related(related.state(), BESIDE_ANOTHER, true, NOW).events())
                .isEmpty();
    }

    @Test
    void letsAPersonsRatingStandBesideAnEarlierReferralThatTheyKnewOf() {
        Screening known = HEARING.related(aScreening(aReferral().ofProtection()), BESIDE_ANOTHER, true, NOW)
                .state();
        Screening lowered = after(known, KIM, NOW, new ClaimScreening(), new RatePriority(Priority.GREEN, TEXT));

        assertThat(known.rated().priority()).as("as urgent as the rule has it").isEqualTo(Priority.AMBER);
        assertThat(HEARING.related(lowered, BESIDE_ANOTHER, true, NOW).events()).isEmpty();
    }

    @Test
    void letsAPersonsRatingStandBesideAnEarlierReferralWhereTheyKnewWhatWasCorrected() {
        Screening danger = aScreening(aReferral().ofProtection().inImmediateDanger());
        Screening baby = corrected(danger, child(0)).state();
        Screening lowered = after(baby, KIM, NOW, new ClaimScreening(), new RatePriority(Priority.AMBER, TEXT));

        var related = HEARING.related(lowered, BESIDE_ANOTHER, true, NOW);

        assertThat(baby.rated()).as("as urgent as can be already").isEqualTo(danger.rated());
        assertThat(related.events()).isEmpty();
        assertThat(related.state().rated()).isEqualTo(lowered.rated());
    }

    @Test
    void isOutOfTheQueueAndUnclaimedOnceWithdrawnWhateverIsHeardLater() {
        Screening withdrawn = HEARING.withdrawn(claimed);

        assertThat(withdrawn.status()).isEqualTo(Status.WITHDRAWN);
        assertThat(withdrawn.lease()).isNull();
        assertThat(HEARING.informed(withdrawn, answer(1, NOW)).notes().information())
                .hasSize(1);
        assertThat(HEARING.resubmitted(withdrawn, 2, NOW).events()).isEmpty();
    }

    @Test
    void isInNoQueueBeforeItsReceiptIsHeard() {
        assertThat(Screening.unheard().place()).isNull();
        assertThat(Screening.unheard().isReceived()).isFalse();
    }

    private static Decision.Accepted<Screening, ScreeningEvent> corrected(Screening screening, Receipt.Child child) {
        return HEARING.corrected(screening, new CaseNotes.Correction(NOW, TEXT), List.of(child));
    }

    private static Screening decided(Screening screening, ScreeningDecision decision) {
        return after(screening, KIM, NOW, new ClaimScreening(), deciding(decision));
    }

    private static Decision.Accepted<Screening, ScreeningEvent> sentBack(Screening escalated) {
        return accepted(DESK.carryOut(
                new RecordOutcome(EscalationOutcome.SENT_BACK, null, null, List.of()), escalated, "manager", LATER));
    }

    private static Receipt.Child child(int age) {
        return new Receipt.Child("c1", age, false, "LOCHEE");
    }

    private static Receipt.Child unborn() {
        return new Receipt.Child("c1", null, true, "LOCHEE");
    }

    private static CaseNotes.Information answer(int question, Instant at) {
        return new CaseNotes.Information(at, question, TEXT);
    }
}
