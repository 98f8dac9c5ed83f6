package scot.fort.triage.identity.kafka;

import org.apache.avro.specific.SpecificRecord;
import scot.fort.events.child.ChildMatchConfirmed;
import scot.fort.events.child.ChildMatchProposed;
import scot.fort.events.child.ChildMatchRejected;
import scot.fort.events.child.ChildMatchUndone;
import scot.fort.events.common.ChildPointer;
import scot.fort.events.common.EventMetadata;
import scot.fort.events.common.MatchKind;
import scot.fort.platform.messaging.aggregate.EventWriter;
import scot.fort.triage.identity.Match;
import scot.fort.triage.identity.MatchEvent;
import scot.fort.triage.matching.Likeness;

/** The events of matches in their Avro form; the referral they are about is the later one, whose child stands on the left. */
public final class MatchEvents implements EventWriter<MatchEvent> {

    @Override
    public SpecificRecord write(MatchEvent event, EventMetadata metadata) {
        Match match = event.match();
        ChildPointer left = new ChildPointer(metadata.getReferralId(), match.childRef());
        ChildPointer right =
                new ChildPointer(match.earlier().referralId(), match.earlier().childRef());
        return switch (event) {
            case MatchEvent.Proposed proposed ->
                ChildMatchProposed.newBuilder()
                        .setMetadata(metadata)
                        .setMatchId(match.id())
                        .setKind(kind(match.kind()))
                        .setLeft(left)
                        .setRight(right)
                        .setScore(match.score())
                        .setReasons(match.reasons().stream().map(Enum::name).toList())
                        .build();
            case MatchEvent.Confirmed(Match confirmed, Match.Word word) ->
                new ChildMatchConfirmed(metadata, match.id(), kind(word.as()), word.childId(), left, right);
            case MatchEvent.Rejected rejected ->
                new ChildMatchRejected(metadata, match.id(), kind(match.kind()), left, right, null);
            case MatchEvent.Undone(Match undone, Match.Word word) ->
                new ChildMatchUndone(metadata, match.id(), kind(word.as()), word.childId(), left, right, null);
        };
    }

    private static MatchKind kind(Likeness.Relation kind) {
        return MatchKind.valueOf(kind.name());
    }
}
