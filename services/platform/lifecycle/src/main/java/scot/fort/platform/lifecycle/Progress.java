package scot.fort.platform.lifecycle;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What intake, triage and allocation have said of a referral so far, each in its own order; the referral's one
 * {@link #status()} follows from it, whatever the order in which the three were heard.
 *
 * <p>Nothing is compared by time. What belongs together is numbered: the submission that a screening works on, the
 * question that an answer is for, the round of screening that an allocation follows.
 *
 * @param submission intake: 1, and one more for each resubmission
 * @param ended intake: withdrawn or entered in error, which absorb
 * @param answered intake: number of the last question answered
 * @param screened triage: the submission it works on, 0 before it has the referral
 * @param round triage: round of screening
 * @param asked triage: number of the last question asked
 * @param askedIn triage: the round of that question; screening that began again later waits for no answer to it
 * @param children triage: where each child stands
 * @param allocatedRound allocation: the round of screening that it follows
 * @param allocation allocation: where it stands
 */
public record Progress(
        int submission,
        @Nullable Status ended,
        int answered,
        int screened,
        int round,
        int asked,
        int askedIn,
        Map<String, ChildProgress> children,
        int allocatedRound,
        @Nullable Status allocation) {

    private static final List<Status> MOST_PRESSING = List.of(
            Status.RECEIVED,
            Status.INFORMATION_REQUESTED,
            Status.IN_SCREENING,
            Status.RETURNED,
            Status.ESCALATED,
            Status.UNALLOCATED,
            Status.ALLOCATING,
            Status.SUPPORT_ACTIVE,
            Status.CLOSED);

    /** Where one child stands in the eyes of triage, since which round. */
    public record ChildProgress(int round, Status status) {}

    public Progress {
        children = Map.copyOf(children);
    }

    public static Progress none() {
        return new Progress(1, null, 0, 0, 0, 0, 0, Map.of(), 0, null);
    }

    /** The one status of the referral: the most pressing of its children's, unless the referral itself has ended. */
    public Status status() {
        if (ended != null) {
            return ended;
        }
        Stream<Status> each = children.values().stream().map(this::statusOf);
        return MOST_PRESSING.stream()
                .filter(each.toList()::contains)
                .findFirst()
                .orElse(Status.RECEIVED);
    }

    private Status statusOf(ChildProgress child) {
        return switch (child.status()) {
            case RETURNED -> submission > screened ? Status.RECEIVED : Status.RETURNED;
            case IN_SCREENING -> waitsForAnswer(child) ? Status.INFORMATION_REQUESTED : Status.IN_SCREENING;
            case ALLOCATING -> allocation != null && allocatedRound >= child.round() ? allocation : Status.ALLOCATING;
            default -> child.status();
        };
    }

    private boolean waitsForAnswer(ChildProgress child) {
        return asked > answered && askedIn >= child.round();
    }

    public Progress resubmitted(int newSubmission) {
        return new Progress(
                newSubmission, ended, answered, screened, round, asked, askedIn, children, allocatedRound, allocation);
    }

    public Progress withdrawn() {
        return endedAs(Status.WITHDRAWN);
    }

    public Progress enteredInError() {
        return endedAs(Status.ENTERED_IN_ERROR);
    }

    private Progress endedAs(Status status) {
        return new Progress(
                submission, status, answered, screened, round, asked, askedIn, children, allocatedRound, allocation);
    }

    /** An answer to an earlier question leaves a later one answered that was. */
    public Progress answered(int question) {
        return new Progress(
                submission,
                ended,
                Math.max(answered, question),
                screened,
                round,
                asked,
                askedIn,
                children,
                allocatedRound,
                allocation);
    }

    /** Triage has the referral; screening has not begun. */
    public Progress queued(int inRound, int ofSubmission, Collection<String> refs) {
        return screening(inRound, ofSubmission, with(refs, inRound, Status.RECEIVED));
    }

    /** A first claim begins the screening of every child that waits for it. */
    public Progress claimed() {
        Map<String, ChildProgress> begun = new LinkedHashMap<>(children);
        begun.replaceAll((ref, child) ->
                child.status() == Status.RECEIVED ? new ChildProgress(child.round(), Status.IN_SCREENING) : child);
        return screening(round, screened, begun);
    }

    public Progress asked(int question) {
        return new Progress(
                submission, ended, answered, screened, round, question, round, children, allocatedRound, allocation);
    }

    /** A decision or an outcome on some children, all of them when none is named. */
    public Progress decided(int inRound, Collection<String> refs, Status leadsTo) {
        return screening(inRound, screened, with(refs.isEmpty() ? children.keySet() : refs, inRound, leadsTo));
    }

    /** Screening begins again; a resubmitted referral waits for its first claim, any other goes on at once. */
    public Progress reopened(int inRound, int ofSubmission, Collection<String> refs) {
        Status status = ofSubmission > screened ? Status.RECEIVED : Status.IN_SCREENING;
        return screening(inRound, ofSubmission, with(refs.isEmpty() ? children.keySet() : refs, inRound, status));
    }

    /** Allocation says where it stands, having followed a round of screening. */
    public Progress allocation(int followedRound, Status status) {
        return new Progress(
                submission, ended, answered, screened, round, asked, askedIn, children, followedRound, status);
    }

    private Progress screening(int inRound, int ofSubmission, Map<String, ChildProgress> now) {
        return new Progress(
                submission, ended, answered, ofSubmission, inRound, asked, askedIn, now, allocatedRound, allocation);
    }

    private Map<String, ChildProgress> with(Collection<String> refs, int inRound, Status status) {
        Map<String, ChildProgress> changed = new LinkedHashMap<>(children);
        refs.forEach(ref -> changed.put(ref, new ChildProgress(inRound, status)));
        return changed;
    }
}
