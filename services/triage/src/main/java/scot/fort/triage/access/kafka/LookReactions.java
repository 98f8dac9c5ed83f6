package scot.fort.triage.access.kafka;

import scot.fort.events.access.RecordAccessed;
import scot.fort.events.common.EventMetadata;
import scot.fort.platform.messaging.consume.Reacted;
import scot.fort.platform.messaging.consume.Reactions;
import scot.fort.triage.access.Look;

/** Each read is a stream of its own, of one event. */
final class LookReactions {

    private LookReactions() {}

    static Reactions<Look, Void> all() {
        return new Reactions<Look, Void>().on(RecordAccessed.class, (known, event, by) -> read(event, by));
    }

    private static Reacted<Look, Void> read(RecordAccessed event, EventMetadata by) {
        String referralId = by.getReferralId();
        return referralId == null
                ? Reacted.skipped()
                : Reacted.applied(new Look(
                        referralId,
                        by.getActor(),
                        by.getOrganisation(),
                        by.getOccurredAt(),
                        by.getSource(),
                        event.getOperation(),
                        event.getPurpose(),
                        event.getOutcome()));
    }
}
