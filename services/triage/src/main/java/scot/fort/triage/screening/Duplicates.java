package scot.fort.triage.screening;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import scot.fort.platform.messaging.aggregate.Aggregate;
import scot.fort.platform.service.Restriction;

/** Which referrals have been called duplicates of which, as far as a reader may see them. */
public interface Duplicates {

    /** Those that a decision has called a duplicate of this one, also where that was taken back since. */
    List<Aggregate<Screening>> of(String original, Restriction reader, Instant at, int limit);

    List<Aggregate<Screening>> originals(Collection<String> ids, Restriction reader, Instant at);
}
