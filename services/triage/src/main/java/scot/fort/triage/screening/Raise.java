package scot.fort.triage.screening;

import java.time.Instant;
import java.util.List;
import scot.fort.platform.lifecycle.Decision.Accepted;
import scot.fort.platform.lifecycle.Priority;

/**
 * What rules ask for that had not fired before.
 *
 * @param priority the most urgent that one of them asks for
 * @param rules their names, the most urgent first
 * @param version of the policy that they are of
 */
public record Raise(Priority priority, List<String> rules, String version) {

    public Raise {
        rules = List.copyOf(rules);
    }

    /** Rates the screening so, if that is more urgent than whoever rated it last has it. */
    Accepted<Screening, ScreeningEvent> of(Screening screening, ClockPolicy clocks, Instant now) {
        Rating rating = screening.rated();
        return priority.compareTo(rating.priority()) < 0
                ? screening.rerated(rating.raised(this, clocks), this, null, Acting.SERVICE, now)
                : new Accepted<>(screening, List.of());
    }
}
