package scot.fort.triage.screening;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import scot.fort.platform.messaging.aggregate.Aggregate;
import scot.fort.platform.service.Restriction;

/** The screenings that somebody may see. */
public interface Screenings {

    /** Nothing for one that the reader may not see, which costs what one that does not exist costs. */
    Optional<Aggregate<Screening>> find(String referralId, Restriction reader, Instant at);

    /** Those of these that the reader may see, in no order. */
    List<Aggregate<Screening>> list(Collection<String> referralIds, Restriction reader, Instant at);
}
