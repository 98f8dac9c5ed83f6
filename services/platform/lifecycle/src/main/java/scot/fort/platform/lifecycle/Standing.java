package scot.fort.platform.lifecycle;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Follows what the services tell of a referral, each in its own order, to where the referral stands. Every service that
 * hears events keeps one, and all come to the same status.
 *
 * @param offersRunning offers whose support runs
 */
public record Standing(Progress progress, Set<String> offersRunning) {

    public Standing {
        offersRunning = Set.copyOf(offersRunning);
    }

    /** Before anything was told. */
    public static Standing unheard() {
        return new Standing(Progress.none(), Set.of());
    }

    public Status status() {
        return progress.status();
    }

    /** What a service itself has just made of the referral. */
    public Standing with(Progress now) {
        return new Standing(now, offersRunning);
    }

    /** What follows from one more event; most say nothing of where the referral stands. */
    public Standing after(Told event) {
        int round = event.number("round").orElse(0);
        List<String> children = event.texts("childrenRefs");
        return switch (event.type()) {
            case "ReferralResubmitted" -> with(progress.resubmitted(required(event, "submission")));
            case "ReferralInformationAdded" ->
                event.number("answersQuestion")
                        .map(number -> with(progress.answered(number)))
                        .orElse(this);
            case "ReferralWithdrawn" -> with(progress.withdrawn());
            case "ReferralEnteredInError" -> with(progress.enteredInError());
            case "ScreeningOpened" -> with(progress.queued(round, required(event, "submission"), children));
            case "ScreeningClaimed", "ScreeningAssigned" -> with(progress.claimed());
            case "InformationRequested" -> with(progress.asked(required(event, "number")));
            case "ScreeningDecided" ->
                decision(event)
                        .map(decision -> with(progress.decided(round, children, decision.leadsTo())))
                        .orElse(this);
            case "EscalationOutcomeRecorded" ->
                event.text("outcome").filter("SENT_BACK"::equals).isPresent()
                        ? this // what is sent back is reopened by an event of its own
                        : with(progress.decided(round, children, Status.CLOSED));
            case "ScreeningReopened" -> with(progress.reopened(round, required(event, "submission"), children));
            default -> afterAllocation(event, round);
        };
    }

    /** What allocation told last decides: its search, or the support that runs, whatever was heard of others meanwhile. */
    private Standing afterAllocation(Told event, int round) {
        return switch (event.type()) {
            case "AllocationOpened" -> allocation(round, Status.ALLOCATING);
            case "SupportOffered" ->
                progress.allocation() == Status.UNALLOCATED ? allocation(round, Status.ALLOCATING) : this;
            case "SupportStarted", "SupportContinued" -> running(event, true).allocation(round, Status.SUPPORT_ACTIVE);
            case "SupportFailed" -> running(event, false).allocation(round, Status.ALLOCATING);
            case "OfferRevoked" -> afterRevocation(event, round);
            case "SupportCompleted" -> running(event, false).afterCompletion(round);
            case "AllocationExhausted" -> allocation(round, Status.UNALLOCATED);
            case "AllocationClosed" -> allocation(round, Status.CLOSED);
            default -> this;
        };
    }

    /** Only support that ran is missed: an offer that waited leaves an exhausted or a finished search what it is. */
    private Standing afterRevocation(Told event, int round) {
        boolean ran = event.text("offerId").filter(offersRunning::contains).isPresent();
        return ran ? running(event, false).allocation(round, Status.ALLOCATING) : this;
    }

    /** A search for other children, open or exhausted, is not finished by it. */
    private Standing afterCompletion(int round) {
        return progress.allocation() == Status.SUPPORT_ACTIVE && offersRunning.isEmpty()
                ? allocation(round, Status.CLOSED)
                : this;
    }

    private Standing allocation(int round, Status status) {
        return with(progress.allocation(round, status));
    }

    private Standing running(Told event, boolean runs) {
        Set<String> running = new HashSet<>(offersRunning);
        event.text("offerId").ifPresent(offer -> {
            if (runs) {
                running.add(offer);
            } else {
                running.remove(offer);
            }
        });
        return new Standing(progress, running);
    }

    private static Optional<ScreeningDecision> decision(Told event) {
        return event.text("decision").flatMap(code -> Arrays.stream(ScreeningDecision.values())
                .filter(known -> known.name().equals(code))
                .findFirst());
    }

    private static int required(Told event, String field) {
        return event.number(field).orElseThrow();
    }
}
