package scot.fort.timeline.history;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import scot.fort.platform.lifecycle.Progress;
import scot.fort.platform.lifecycle.ScreeningDecision;
import scot.fort.platform.lifecycle.Status;

/** Follows what the services told of a referral, each in its own order, to where the referral stands. */
final class Standing {

    private final Set<String> offersStarted = new HashSet<>();
    private Progress progress = Progress.none();

    private Standing() {}

    static Status of(List<Entry> told) {
        Standing standing = new Standing();
        told.forEach(standing::follow);
        return standing.progress.status();
    }

    private void follow(Entry entry) {
        Details details = entry.details();
        int round = details.number("round").orElse(0);
        List<String> children = details.texts("childrenRefs");
        switch (entry.type()) {
            case "ReferralResubmitted" -> progress = progress.resubmitted(required(details, "submission"));
            case "ReferralInformationAdded" ->
                details.number("answersQuestion").ifPresent(number -> progress = progress.answered(number));
            case "ReferralWithdrawn" -> progress = progress.withdrawn();
            case "ReferralEnteredInError" -> progress = progress.enteredInError();
            case "ScreeningOpened" -> progress = progress.queued(round, required(details, "submission"), children);
            case "ScreeningClaimed", "ScreeningAssigned" -> progress = progress.claimed();
            case "InformationRequested" -> progress = progress.asked(required(details, "number"));
            case "ScreeningDecided" ->
                details.text("decision")
                        .flatMap(code -> Codes.find(ScreeningDecision.class, code))
                        .ifPresent(decision -> progress = progress.decided(round, children, decision.leadsTo()));
            case "EscalationOutcomeRecorded" -> outcome(details, round, children);
            case "ScreeningReopened" -> progress = progress.reopened(round, required(details, "submission"), children);
            default -> followAllocation(entry.type(), details, round);
        }
    }

    /** What is sent back is reopened by an event of its own. */
    private void outcome(Details details, int round, List<String> children) {
        if (details.text("outcome").filter("SENT_BACK"::equals).isEmpty()) {
            progress = progress.decided(round, children, Status.CLOSED);
        }
    }

    private void followAllocation(String type, Details details, int round) {
        switch (type) {
            case "AllocationOpened" -> {
                offersStarted.clear();
                allocation(round, Status.ALLOCATING);
            }
            case "SupportOffered" -> allocation(round, Status.ALLOCATING);
            case "SupportStarted" -> {
                details.text("offerId").ifPresent(offersStarted::add);
                allocation(round, Status.SUPPORT_ACTIVE);
            }
            case "SupportFailed", "OfferRevoked" -> {
                details.text("offerId").ifPresent(offersStarted::remove);
                allocation(round, Status.ALLOCATING);
            }
            case "SupportCompleted" -> {
                details.text("offerId").ifPresent(offersStarted::remove);
                allocation(round, Status.CLOSED);
            }
            case "AllocationExhausted" -> progress = progress.allocation(round, Status.UNALLOCATED);
            case "AllocationClosed" -> progress = progress.allocation(round, Status.CLOSED);
            default -> {
                // says nothing of where the referral stands
            }
        }
    }

    /** While one offer's support runs, support is active whatever becomes of the others. */
    private void allocation(int round, Status status) {
        progress = progress.allocation(round, offersStarted.isEmpty() ? status : Status.SUPPORT_ACTIVE);
    }

    private static int required(Details details, String field) {
        return details.number(field).orElseThrow();
    }
}
