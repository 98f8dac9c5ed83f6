package scot.fort.intake.referral;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import scot.fort.platform.lifecycle.Progress;
import scot.fort.platform.lifecycle.Status;
import scot.fort.platform.lifecycle.Told;
import scot.fort.platform.sealing.Sealed;

/**
 * What a referrer can follow of a referral, beyond its status.
 *
 * @param milestones as they happened
 * @param screening how screening ended last
 * @param allocation how allocation ended last
 * @param message what the hub wrote to the referrer last
 * @param question what the hub asked last, answered or not
 */
public record Tracking(
        List<Milestone> milestones,
        @Nullable Ending screening,
        @Nullable Ending allocation,
        @Nullable Sealed message,
        @Nullable Question question) {

    /**
     * How one service's part came to its end.
     *
     * @param round of screening
     * @param code a decision, the outcome of an escalation, or how support ended
     */
    public record Ending(int round, String code) {}

    private static final String COMPLETED = "SUPPORT_COMPLETED";
    private static final String SEARCH_ENDED = "SEARCH_ENDED";

    static Tracking from(Instant receivedAt) {
        return new Tracking(List.of(new Milestone(Status.RECEIVED, receivedAt)), null, null, null, null);
    }

    /** With the milestones that lie between two points of the referral's progress. */
    Tracking moved(Progress before, Progress after, Instant at) {
        List<Status> reached = Milestone.reached(before, after);
        if (reached.isEmpty()) {
            return this;
        }
        List<Milestone> more = new ArrayList<>(milestones);
        reached.forEach(status -> more.add(new Milestone(status, at)));
        more.sort(Milestone.AS_HAPPENED);
        return new Tracking(more, screening, allocation, message, question);
    }

    /** With nothing of what the hub wrote. */
    Tracking withoutWords() {
        return new Tracking(
                milestones,
                screening,
                allocation,
                null,
                question == null ? null : new Question(question.number(), question.askedAt(), null));
    }

    /**
     * What another service has told.
     *
     * @param words written to the referrer with the event
     */
    Tracking told(Told event, @Nullable Sealed words, Instant at) {
        return switch (event.type()) {
            case "ScreeningDecided" ->
                screened(ending(event, event.text("decision").orElse("")), words);
            case "EscalationOutcomeRecorded" -> {
                String outcome = event.text("outcome").orElse("");
                yield screened(outcome.equals("SENT_BACK") ? screening : ending(event, outcome), words);
            }
            case "ScreeningReopened" -> new Tracking(milestones, null, allocation, null, question);
            case "InformationRequested" ->
                new Tracking(
                        milestones,
                        screening,
                        allocation,
                        message,
                        new Question(event.number("number").orElseThrow(), at, words));
            case "SupportCompleted" -> allocated(ending(event, COMPLETED));
            case "AllocationClosed" -> searchEnded(ending(event, SEARCH_ENDED));
            default -> this;
        };
    }

    /**
     * What came of the referral, as a code with words of its own; none while it is in screening.
     *
     * @param status where it stands
     */
    @Nullable String outcome(Status status) {
        return switch (status) {
            case RECEIVED, IN_SCREENING, INFORMATION_REQUESTED -> null;
            case CLOSED -> ending();
            default -> status.name();
        };
    }

    private @Nullable String ending() {
        if (allocation != null && (screening == null || allocation.round() >= screening.round())) {
            return allocation.code();
        }
        return screening == null ? null : screening.code();
    }

    private static Ending ending(Told event, String code) {
        return new Ending(event.number("round").orElseThrow(), code);
    }

    private Tracking screened(@Nullable Ending ended, @Nullable Sealed words) {
        return new Tracking(milestones, ended, allocation, words == null ? message : words, question);
    }

    private Tracking allocated(Ending ended) {
        return new Tracking(milestones, screening, ended, message, question);
    }

    /** Support that came to its end stays the ending of its round. */
    private Tracking searchEnded(Ending ended) {
        return allocation != null && allocation.round() == ended.round() ? this : allocated(ended);
    }
}
