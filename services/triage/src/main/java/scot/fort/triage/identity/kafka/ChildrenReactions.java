package scot.fort.triage.identity.kafka;

import org.jspecify.annotations.Nullable;
import scot.fort.events.common.ChildSummary;
import scot.fort.events.common.EventMetadata;
import scot.fort.events.intake.ContentErased;
import scot.fort.events.intake.ReferralCorrected;
import scot.fort.events.intake.ReferralReceived;
import scot.fort.platform.lifecycle.Decision.Accepted;
import scot.fort.platform.messaging.consume.Reacted;
import scot.fort.platform.messaging.consume.Reactions;
import scot.fort.triage.identity.MatchEvent;
import scot.fort.triage.identity.ReferralChildren;

/**
 * Which event of intake means what to the children of a referral. Content is not opened here, where only the event may
 * count, but by whoever looks for matches next.
 */
final class ChildrenReactions {

    private ChildrenReactions() {}

    static Reactions<ReferralChildren, MatchEvent> all() {
        return new Reactions<ReferralChildren, MatchEvent>()
                .on(ReferralReceived.class, ChildrenReactions::received)
                .on(ReferralCorrected.class, ChildrenReactions::corrected)
                .on(ContentErased.class, ChildrenReactions::erased);
    }

    private static Reacted<ReferralChildren, MatchEvent> received(
            @Nullable ReferralChildren state, ReferralReceived event, EventMetadata by) {
        return Reacted.applied(ReferralChildren.received(
                event.getChildren().stream().map(ChildSummary::getRef).toList(),
                event.getReceivedAt(),
                event.getRestricted(),
                by.getRecordedAt()));
    }

    private static Reacted<ReferralChildren, MatchEvent> corrected(
            @Nullable ReferralChildren state, ReferralCorrected event, EventMetadata by) {
        return state == null ? Reacted.skipped() : Reacted.applied(state.corrected(by.getRecordedAt()));
    }

    private static Reacted<ReferralChildren, MatchEvent> erased(
            @Nullable ReferralChildren state, ContentErased event, EventMetadata by) {
        if (state == null) {
            return Reacted.skipped();
        }
        Accepted<ReferralChildren, MatchEvent> erased = state.contentErased(by.getReferralId(), by.getRecordedAt());
        return Reacted.applied(erased.state(), erased.events());
    }
}
