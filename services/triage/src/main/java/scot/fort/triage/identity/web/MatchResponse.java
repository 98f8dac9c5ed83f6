package scot.fort.triage.identity.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import scot.fort.platform.lifecycle.Status;
import scot.fort.triage.identity.KeptMatch;
import scot.fort.triage.identity.Match;
import scot.fort.triage.identity.MatchStanding;
import scot.fort.triage.matching.ChildPointer;
import scot.fort.triage.matching.Likeness;
import scot.fort.triage.matching.Reason;
import scot.fort.triage.screening.Receipt;
import scot.fort.triage.screening.Screening;

/**
 * A child of the referral that was asked about, and one of another referral, who may be one or brothers and sisters.
 *
 * @param kind what they are proposed to be, or what a screener says they are
 * @param score how probable it was held to be when it was proposed, 0 to 1
 * @param reasons what speaks for and against it
 * @param allowedActions what may be done with it now, by the last part of the path
 */
record MatchResponse(
        String id,
        MatchStanding standing,
        Likeness.Relation kind,
        double score,
        List<ReasonResponse> reasons,
        MatchedChild child,
        MatchedChild other,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        List<String> allowedActions) {

    private static final double THOUSAND = 1000;

    /** @param words to read after "these two have" */
    record ReasonResponse(Reason code, String words) {}

    /**
     * One of the two.
     *
     * @param childId by which the child goes, among the referrals that the reader may see
     */
    record MatchedChild(
            String referralId,
            String reference,
            Status status,
            Instant receivedAt,
            String childRef,
            String childId,
            @Nullable Integer ageYears,
            boolean unborn,
            @Nullable String ward) {

        static MatchedChild of(ChildPointer child, String childId, Screening screening) {
            Receipt receipt = screening.known();
            Receipt.Child told = receipt.children().stream()
                    .filter(candidate -> candidate.ref().equals(child.childRef()))
                    .findFirst()
                    .orElseGet(() -> new Receipt.Child(child.childRef(), null, false, null));
            return new MatchedChild(
                    child.referralId(),
                    receipt.reference(),
                    screening.status(),
                    receipt.receivedAt(),
                    child.childRef(),
                    childId,
                    told.ageYears(),
                    told.unborn(),
                    told.ward());
        }
    }

    static MatchResponse of(KeptMatch kept, MatchedChild child, MatchedChild other) {
        Match match = kept.match();
        Match.Word word = match.word();
        return new MatchResponse(
                match.id(),
                match.standing(),
                match.presentKind(),
                Math.round(match.score() * THOUSAND) / THOUSAND,
                match.reasons().stream()
                        .map(reason -> new ReasonResponse(reason, reason.words()))
                        .toList(),
                child,
                other,
                word == null ? null : word.by(),
                word == null ? null : word.at(),
                match.standing().next().stream()
                        .map(MatchStanding::bringsAbout)
                        .sorted()
                        .toList());
    }
}
