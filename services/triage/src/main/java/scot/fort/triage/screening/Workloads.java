package scot.fort.triage.screening;

import java.time.Instant;
import java.util.List;

/** What each screener has in hand. */
public interface Workloads {

    /**
     * Those who hold a claim, by the subject of their token.
     *
     * @param at the time at which a claim must be in force to count
     * @param after the last subject that is left out; the empty text for none
     */
    List<Workload> list(Instant at, String after, int limit);
}
