package scot.fort.timeline.history.kafka;

import scot.fort.platform.messaging.consume.Reacted;
import scot.fort.platform.messaging.consume.Reactions;
import scot.fort.timeline.history.History;
import scot.fort.timeline.history.avro.EventEntries;

/** Every event becomes an entry, whatever its type. */
final class HistoryReactions {

    private HistoryReactions() {}

    static Reactions<History, Void> all() {
        return new Reactions<History, Void>().onAnyOther((history, event, metadata) -> {
            History known = history == null ? History.empty() : history;
            return Reacted.applied(known.with(EventEntries.of(event, metadata)));
        });
    }
}
