package scot.fort.triage.board;

import java.time.Instant;
import scot.fort.platform.messaging.aggregate.Aggregate;
import scot.fort.triage.screening.Screening;

/**
 * A screening as it was stored, without what is sealed in it.
 *
 * @param sequence of its last event
 */
public record Sight(String referralId, long version, long sequence, Screening screening) {

    /** @param stored one that has a state */
    static Sight of(Aggregate<Screening> stored) {
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
