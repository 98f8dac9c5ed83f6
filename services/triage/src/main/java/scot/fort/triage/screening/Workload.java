package scot.fort.triage.screening;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import scot.fort.platform.lifecycle.Priority;

/**
 * What a screener has in hand: their claims in force.
 *
 * @param screener subject of their token
 * @param claims how many
 * @param byPriority how many of each priority
 * @param oldestDueAt when the first of them is due; none where none has a target
 * @param atRisk of how many three quarters of the time are gone, those whose time is over among them
 * @param breached of how many the time is over
 */
public record Workload(
        String screener,
        int claims,
        Map<Priority, Integer> byPriority,
        @Nullable Instant oldestDueAt,
        int atRisk,
        int breached) {

    public Workload {
        byPriority = Map.copyOf(byPriority);
    }
}
