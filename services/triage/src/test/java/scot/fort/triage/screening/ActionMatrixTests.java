package scot.fort.triage.screening;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static scot.fort.platform.lifecycle.Status.ALLOCATING;
import static scot.fort.platform.lifecycle.Status.CLOSED;
import static scot.fort.platform.lifecycle.Status.ESCALATED;
import static scot.fort.platform.lifecycle.Status.INFORMATION_REQUESTED;
import static scot.fort.platform.lifecycle.Status.IN_SCREENING;
import static scot.fort.platform.lifecycle.Status.RETURNED;
import static scot.fort.platform.lifecycle.Status.SUPPORT_ACTIVE;
import static scot.fort.platform.lifecycle.Status.UNALLOCATED;
import static scot.fort.triage.screening.Given.DESK;
import static scot.fort.triage.screening.Given.HEARING;
import static scot.fort.triage.screening.Given.LEASE;
import static scot.fort.triage.screening.Given.TEXT;
import static scot.fort.triage.screening.Given.aReferral;
import static scot.fort.triage.screening.Given.aScreening;
import static scot.fort.triage.screening.Given.after;
import static scot.fort.triage.screening.Given.deciding;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import scot.fort.platform.lifecycle.Decision;
import scot.fort.platform.lifecycle.Priority;
import scot.fort.platform.lifecycle.Refusal;
import scot.fort.platform.lifecycle.ScreeningDecision;
import scot.fort.platform.lifecycle.Status;

/**
 * Every command in every status, whoever holds the claim: what is legal, where it leads, and what a refusal says. The tables
 * are written down here a second time, from the words of the lifecycle.
 */
class ActionMatrixTests {

    private static final String KIM = "kim";
    private static final String LEE = "lee";
    private static final Instant NOW = Given.RECEIVED.plusSeconds(60);
    private static final Set<Status> QUEUE = EnumSet.of(Status.RECEIVED, IN_SCREENING, INFORMATION_REQUESTED);

    private static final Map<Action, Set<Status>> LEGAL = Map.ofEntries(
            entry(Action.CLAIM, QUEUE),
            entry(Action.RELEASE, QUEUE),
            entry(Action.RENEW, QUEUE),
            entry(Action.ASSIGN, QUEUE),
            entry(Action.RATE, QUEUE),
            entry(Action.CHECK, QUEUE),
            entry(Action.REQUEST_INFORMATION, Set.of(IN_SCREENING)),
            entry(Action.DECIDE, Set.of(IN_SCREENING, INFORMATION_REQUESTED)),
            entry(Action.RECORD_OUTCOME, Set.of(ESCALATED)),
            entry(Action.REOPEN, Set.of(CLOSED)),
            entry(Action.GRANT, EnumSet.allOf(Status.class)));

    private static final Set<Action> OF_THE_HOLDER =
            EnumSet.of(Action.RELEASE, Action.RENEW, Action.RATE, Action.REQUEST_INFORMATION, Action.DECIDE);
    private static final Set<Action> OF_A_MANAGER =
            EnumSet.of(Action.ASSIGN, Action.RECORD_OUTCOME, Action.REOPEN, Action.GRANT);

    private static final Map<ScreeningDecision, Status> LEADS_TO = Map.ofEntries(
            entry(ScreeningDecision.NO_FURTHER_ACTION, CLOSED),
            entry(ScreeningDecision.ADVICE_SIGNPOST, CLOSED),
            entry(ScreeningDecision.PASS_TO_NAMED_PERSON, CLOSED),
            entry(ScreeningDecision.PASS_TO_LEAD_PROFESSIONAL, CLOSED),
            entry(ScreeningDecision.DUPLICATE, CLOSED),
            entry(ScreeningDecision.RETURN_TO_REFERRER, RETURNED),
            entry(ScreeningDecision.ALLOCATE_FAMILY_SUPPORT, ALLOCATING),
            entry(ScreeningDecision.SOCIAL_WORK_ASSESSMENT, ESCALATED),
            entry(ScreeningDecision.REQUEST_IRD, ESCALATED));

    /** Who holds the claim in the eyes of kim, and what a refusal says to her of that. */
    private enum Held {
        BY_NOBODY(null, "Nobody holds the claim; claim the screening first."),
        BY_KIM(new Lease(KIM, NOW.plus(LEASE)), ""),
        BY_LEE(new Lease(LEE, NOW.plus(LEASE)), "Another screener holds the claim."),
        BY_KIM_UNTIL_NOW(new Lease(KIM, NOW), "Your claim has expired; claim the screening again."),
        BY_LEE_UNTIL_NOW(new Lease(LEE, NOW), "Nobody holds the claim; claim the screening first.");

        private final @Nullable Lease lease;
        private final String toldToKim;

        Held(@Nullable Lease lease, String toldToKim) {
            this.lease = lease;
            this.toldToKim = toldToKim;
        }
    }

    static Stream<Arguments> states() {
        return Arrays.stream(Status.values()).flatMap(status -> Arrays.stream(Held.values())
                .filter(held -> held == Held.BY_NOBODY || QUEUE.contains(status))
                .map(held -> Arguments.of(status, held)));
    }

    @ParameterizedTest
    @MethodSource("states")
    void carriesOutWhatIsLegalAndSaysOtherwiseWhatWouldBe(Status status, Held held) {
        Screening screening = in(status, held);

        commands().forEach(command -> {
            Decision<Screening, ScreeningEvent> decision = DESK.carryOut(command, screening, KIM, NOW);

            refusal(command.action(), status, held)
                    .ifPresentOrElse(
                            refusal -> assertThat(decision).as("%s", command).isEqualTo(Decision.refused(refusal)),
                            () -> assertThat(Given.accepted(decision).state().status())
                                    .as("%s", command)
                                    .isEqualTo(next(command, status)));
        });
    }

    @ParameterizedTest
    @MethodSource("states")
    void offersExactlyWhatItWouldCarryOut(Status status, Held held) {
        Screening screening = in(status, held);
        List<Action> legal = Arrays.stream(Action.values())
                .filter(action -> refusal(action, status, held).isEmpty())
                .toList();

        assertThat(Action.allowed(screening, KIM, true, NOW)).containsExactlyElementsOf(legal);
        assertThat(Action.allowed(screening, KIM, false, NOW))
                .containsExactlyElementsOf(legal.stream()
                        .filter(action -> !OF_A_MANAGER.contains(action))
                        .toList());
    }

    @Test
    void goesNoWayThatTheLifecycleDoesNotHave() {
        LEADS_TO.forEach((decision, status) -> {
            assertThat(decision.leadsTo()).isEqualTo(status);
            assertThat(IN_SCREENING.mayBecome(status)).isTrue();
            assertThat(INFORMATION_REQUESTED.mayBecome(status)).isTrue();
        });
        assertThat(LEADS_TO).containsOnlyKeys(ScreeningDecision.values());
        assertThat(LEGAL).containsOnlyKeys(Action.values());
    }

    @Test
    void standsInEveryStatusInThisTest() {
        assertThat(Status.values())
                .allSatisfy(status ->
                        assertThat(in(status, Held.BY_NOBODY).status()).isEqualTo(status));
        assertThat(commands().map(ScreeningCommand::action)).containsOnly(Action.values());
    }

    private static Optional<Refusal> refusal(Action action, Status status, Held held) {
        if (!LEGAL.getOrDefault(action, Set.of()).contains(status)) {
            return Optional.of(
                    Refusal.illegal("This is not possible while the referral is " + status + ".", status.next()));
        }
        if (OF_THE_HOLDER.contains(action) && held != Held.BY_KIM) {
            return Optional.of(new Refusal("not-claim-holder", held.toldToKim));
        }
        return action == Action.CLAIM && held == Held.BY_LEE
                ? Optional.of(new Refusal("already-claimed", held.toldToKim))
                : Optional.empty();
    }

    private static Status next(ScreeningCommand command, Status status) {
        return switch (command) {
            case ClaimScreening _, AssignScreening _, HandOverScreening _ ->
                status == Status.RECEIVED ? IN_SCREENING : status;
            case ReleaseScreening _, RenewClaim _, RatePriority _, RecordCheck _, GrantAccess _, RevokeAccess _ ->
                status;
            case RequestInformation _ -> INFORMATION_REQUESTED;
            case DecideScreening decide -> Objects.requireNonNull(LEADS_TO.get(decide.decision()));
            case RecordOutcome outcome -> outcome.outcome() == EscalationOutcome.SENT_BACK ? IN_SCREENING : CLOSED;
            case ReopenScreening _ -> IN_SCREENING;
        };
    }

    private static Stream<ScreeningCommand> commands() {
        return Stream.of(
                        Stream.of(
                                new ClaimScreening(),
                                new ReleaseScreening(),
                                new RenewClaim(),
                                new AssignScreening(KIM),
                                new GrantAccess(LEE, null),
                                new RevokeAccess(LEE),
                                new RatePriority(Priority.BLUE, TEXT),
                                new RecordCheck(CaseNotes.Agency.POLICE, CaseNotes.Finding.OPEN_CASE, TEXT),
                                new RequestInformation(TEXT),
                                new ReopenScreening("NEW_INFORMATION", null)),
                        Arrays.stream(EscalationOutcome.values())
                                .map(outcome -> new RecordOutcome(outcome, TEXT, null, List.of())),
                        Arrays.stream(ScreeningDecision.values()).map(Given::deciding))
                .flatMap(each -> each);
    }

    private static Screening in(Status status, Held held) {
        Screening received = aScreening(aReferral().withChildren(2).restricted());
        Screening screening =
                switch (status) {
                    case RECEIVED -> received;
                    case IN_SCREENING -> claimed(received);
                    case INFORMATION_REQUESTED -> after(claimed(received), KIM, NOW, new RequestInformation(TEXT));
                    case RETURNED -> decided(received, ScreeningDecision.RETURN_TO_REFERRER);
                    case ESCALATED -> decided(received, ScreeningDecision.REQUEST_IRD);
                    case CLOSED -> decided(received, ScreeningDecision.NO_FURTHER_ACTION);
                    case ALLOCATING -> decided(received, ScreeningDecision.ALLOCATE_FAMILY_SUPPORT);
                    case UNALLOCATED -> allocation(received, UNALLOCATED);
                    case SUPPORT_ACTIVE -> allocation(received, SUPPORT_ACTIVE);
                    case WITHDRAWN -> HEARING.withdrawn(claimed(received));
                    case ENTERED_IN_ERROR -> HEARING.enteredInError(claimed(received));
                };
        return held.lease == null ? screening.unclaimed() : screening.claimed(held.lease);
    }

    private static Screening claimed(Screening received) {
        return after(received, KIM, NOW, new ClaimScreening());
    }

    private static Screening decided(Screening received, ScreeningDecision decision) {
        return after(claimed(received), KIM, NOW, deciding(decision));
    }

    private static Screening allocation(Screening received, Status status) {
        Screening allocating = decided(received, ScreeningDecision.ALLOCATE_FAMILY_SUPPORT);
        return allocating.with(allocating.progress().allocation(1, status));
    }
}
