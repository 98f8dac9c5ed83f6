package scot.fort.triage.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static scot.fort.platform.lifecycle.Status.CLOSED;
import static scot.fort.platform.lifecycle.Status.ESCALATED;
import static scot.fort.platform.lifecycle.Status.INFORMATION_REQUESTED;
import static scot.fort.platform.lifecycle.Status.IN_SCREENING;
import static scot.fort.platform.lifecycle.Status.SUPPORT_ACTIVE;
import static scot.fort.platform.lifecycle.Status.UNALLOCATED;
import static scot.fort.triage.screening.Given.DESK;
import static scot.fort.triage.screening.Given.HEARING;
import static scot.fort.triage.screening.Given.TEXT;
import static scot.fort.triage.screening.Given.aReferral;
import static scot.fort.triage.screening.Given.aScreening;
import static scot.fort.triage.screening.Given.after;
import static scot.fort.triage.screening.Given.deciding;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import scot.fort.platform.lifecycle.Decision;
import scot.fort.platform.lifecycle.Priority;
import scot.fort.platform.lifecycle.Refusal;
import scot.fort.platform.lifecycle.ScreeningDecision;
import scot.fort.platform.lifecycle.Status;

/** Every command in every status: what is legal, where it leads, and what a refusal says. */
class ActionMatrixTests {

    private static final String KIM = "kim";
    private static final Instant NOW = Given.RECEIVED.plusSeconds(60);

    private static final Decision<Screening, ScreeningEvent> NOT_CLAIMED =
            Decision.refused(new Refusal("not-claim-holder", "Claim the screening first."));

    private static final Map<Action, Set<Status>> LEGAL = Map.of(
            Action.CLAIM, Set.of(Status.RECEIVED, IN_SCREENING, INFORMATION_REQUESTED),
            Action.RELEASE, Set.of(IN_SCREENING, INFORMATION_REQUESTED),
            Action.RENEW, Set.of(IN_SCREENING, INFORMATION_REQUESTED),
            Action.RATE, Set.of(IN_SCREENING, INFORMATION_REQUESTED),
            Action.CHECK, Set.of(Status.RECEIVED, IN_SCREENING, INFORMATION_REQUESTED),
            Action.REQUEST_INFORMATION, Set.of(IN_SCREENING),
            Action.DECIDE, Set.of(IN_SCREENING, INFORMATION_REQUESTED),
            Action.RECORD_OUTCOME, Set.of(ESCALATED),
            Action.REOPEN, Set.of(CLOSED),
            Action.GRANT, Set.of(Status.values()));

    static Stream<Arguments> matrix() {
        return Arrays.stream(Status.values())
                .flatMap(status -> commands().map(command -> Arguments.of(status, command)));
    }

    @ParameterizedTest
    @MethodSource("matrix")
    void carriesOutWhatIsLegalAndSaysOtherwiseWhatWouldBe(Status status, ScreeningCommand command) {
        Screening screening = in(status);

        Decision<Screening, ScreeningEvent> decision = DESK.carryOut(command, screening, KIM, NOW);

        if (legal(command).contains(status)) {
            Status next = Given.accepted(decision).state().status();
            assertThat(next == status || status.mayBecome(next))
                    .as("%s to %s", status, next)
                    .isTrue();
        } else {
            assertThat(decision).isEqualTo(isUnclaimed(status, command) ? NOT_CLAIMED : illegal(status));
        }
    }

    @Test
    void standsInEveryStatusInThisTest() {
        assertThat(Status.values())
                .allSatisfy(status -> assertThat(in(status).status()).isEqualTo(status));
        assertThat(commands().map(ScreeningCommand::action)).containsOnly(Action.values());
    }

    private static Set<Status> legal(ScreeningCommand command) {
        return LEGAL.getOrDefault(command.action(), EnumSet.noneOf(Status.class));
    }

    /** A referral that nobody has claimed yet is RECEIVED; the table has nothing against releasing, renewing and rating it. */
    private static boolean isUnclaimed(Status status, ScreeningCommand command) {
        return status == Status.RECEIVED
                && Set.of(Action.RELEASE, Action.RENEW, Action.RATE).contains(command.action());
    }

    private static Decision<Screening, ScreeningEvent> illegal(Status status) {
        return Decision.illegal("This is not possible while the referral is " + status + ".", status.next());
    }

    private static Stream<ScreeningCommand> commands() {
        return Stream.concat(
                Stream.of(
                        new ClaimScreening(),
                        new ReleaseScreening(),
                        new RenewClaim(),
                        new RatePriority(Priority.BLUE, TEXT),
                        new RecordCheck(CaseNotes.Agency.POLICE, CaseNotes.Finding.OPEN_CASE, TEXT),
                        new RequestInformation(TEXT),
                        new RecordOutcome(EscalationOutcome.CHILDS_PLAN, null, null),
                        new RecordOutcome(EscalationOutcome.SENT_BACK, TEXT, null),
                        new ReopenScreening("NEW_INFORMATION", null),
                        new GrantAccess("lee", null),
                        new RevokeAccess("lee")),
                Arrays.stream(ScreeningDecision.values()).map(Given::deciding));
    }

    private static Screening in(Status status) {
        Screening received = aScreening(aReferral().withChildren(2).restricted());
        Screening claimed = after(received, KIM, NOW, new ClaimScreening());
        return switch (status) {
            case RECEIVED -> received;
            case IN_SCREENING -> claimed;
            case INFORMATION_REQUESTED -> after(claimed, KIM, NOW, new RequestInformation(TEXT));
            case RETURNED -> decided(claimed, ScreeningDecision.RETURN_TO_REFERRER);
            case ESCALATED -> decided(claimed, ScreeningDecision.REQUEST_IRD);
            case CLOSED -> decided(claimed, ScreeningDecision.NO_FURTHER_ACTION);
            case ALLOCATING -> decided(claimed, ScreeningDecision.ALLOCATE_FAMILY_SUPPORT);
            case UNALLOCATED -> allocation(claimed, UNALLOCATED);
            case SUPPORT_ACTIVE -> allocation(claimed, SUPPORT_ACTIVE);
            case WITHDRAWN -> HEARING.withdrawn(claimed);
            case ENTERED_IN_ERROR -> HEARING.enteredInError(claimed);
        };
    }

    private static Screening decided(Screening claimed, ScreeningDecision decision) {
        return after(claimed, KIM, NOW, deciding(decision));
    }

    private static Screening allocation(Screening claimed, Status status) {
        Screening allocating = decided(claimed, ScreeningDecision.ALLOCATE_FAMILY_SUPPORT);
        return allocating.with(allocating.progress().allocation(1, status));
    }
}
