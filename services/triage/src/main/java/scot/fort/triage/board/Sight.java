package scot.fort.triage.board;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import scot.fort.platform.messaging.aggregate.Aggregate;
import scot.fort.triage.screening.Screening;

/**
 * A screening as it was stored, without what is sealed in it.
 *
 * @param sequence of its last event
 */
public record Sight(String referralId, long version, long sequence, Screening screening) {

    /** Those that have a state. */
    static List<Sight> ofAll(Collection<Aggregate<Screening>> stored) {
        return stored.stream()
                .filter(each -> each.state() != null)
                .map(Sight::of)
                .toList();
    }

    private static Sight of(Aggregate<Screening> stored) {
        return new Sight(
                stored.id(),
                stored.version(),
                stored.sequence(),
                stored.require().withoutContent());
    }

    boolean isOnBoard() {
        return screening.isReceived() && Screening.IN_QUEUE.contains(screening.status());
    }

    Instant turnsAfter(Instant at) {
        return screening.turnsAfter(at);
    }
}
