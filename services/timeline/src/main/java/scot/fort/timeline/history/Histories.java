package scot.fort.timeline.history;

import java.time.Instant;
import java.util.Optional;
import scot.fort.platform.messaging.aggregate.Aggregate;
import scot.fort.platform.service.Restriction;

/** The histories that somebody may see. */
public interface Histories {

    /**
     * Nothing for one that the reader may not see, which costs what one that does not exist costs. Whether it is restricted
     * is not known before its receipt is, so until then nobody sees it.
     */
    Optional<Aggregate<History>> find(String referralId, Restriction reader, Instant at);
}
