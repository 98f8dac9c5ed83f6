package scot.fort.triage.identity;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import scot.fort.triage.matching.ChildPointer;
import scot.fort.triage.matching.Likeness;
import scot.fort.triage.matching.Proposal;
import scot.fort.triage.matching.Reason;

/**
 * A child of a referral and one of a referral received before it, of whom a person should say whether they are one, or
 * brothers and sisters.
 *
 * @param childRef the child, in the referral that keeps the match
 * @param kind what they are proposed to be
 * @param score how probable that is, 0 to 1
 * @param word of the person who confirmed or rejected it; none while it is proposed
 */
public record Match(
        String id,
        String childRef,
        ChildPointer earlier,
        Likeness.Relation kind,
        double score,
        List<Reason> reasons,
        MatchStanding standing,
        @Nullable Word word) {

    /**
     * What a person said of a match.
     *
     * @param as what they said the two are; the kind of the match where they said that they are not
     * @param childId by which the child goes since it was confirmed; its own where it was rejected
     */
    public record Word(Likeness.Relation as, String childId, String by, Instant at) {}

    public Match {
        reasons = List.copyOf(reasons);
    }

    static Match of(Proposal proposal) {
        ChildPointer child = new ChildPointer(
                proposal.arrived().referralId(), proposal.arrived().childRef());
        ChildPointer earlier =
                new ChildPointer(proposal.known().referralId(), proposal.known().childRef());
        Likeness likeness = proposal.likeness();
        return new Match(
                child.matchIdWith(earlier),
                child.childRef(),
                earlier,
                likeness.kind(),
                likeness.score(),
                likeness.reasons(),
                MatchStanding.PROPOSED,
                null);
    }

    /** What the two are taken to be. */
    public Likeness.Relation presentKind() {
        return word == null ? kind : word.as();
    }

    public boolean isConfirmed() {
        return standing == MatchStanding.CONFIRMED;
    }

    boolean isOpen() {
        return standing == MatchStanding.PROPOSED;
    }

    Match settled(MatchStanding now, Word by) {
        return new Match(id, childRef, earlier, kind, score, reasons, now, by);
    }

    Match reopened() {
        return new Match(id, childRef, earlier, kind, score, reasons, MatchStanding.PROPOSED, null);
    }
}
