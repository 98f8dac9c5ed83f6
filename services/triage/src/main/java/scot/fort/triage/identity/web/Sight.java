package scot.fort.triage.identity.web;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import scot.fort.platform.service.Restriction;
import scot.fort.platform.web.problem.ProblemException;
import scot.fort.triage.screening.Screening;
import scot.fort.triage.screening.Screenings;

/** What one reader sees of screenings; those that they may not see are not there. */
final class Sight {

    private final Screenings screenings;
    private final Restriction reader;
    private final Instant at;
    private final Map<String, Screening> seen = new HashMap<>();

    Sight(Screenings screenings, Restriction reader, Instant at) {
        this.screenings = screenings;
        this.reader = reader;
        this.at = at;
    }

    /** @throws ProblemException 404 where the reader may not see it, or where there is none */
    Screening require(String referralId) {
        return see(Set.of(referralId)).seen(referralId);
    }

    /** @throws ProblemException 404 */
    Screening seen(String referralId) {
        Screening screening = seen.get(referralId);
        if (screening == null) {
            throw ProblemException.notFound();
        }
        return screening;
    }

    /** Looks at all of these at once. */
    Sight see(Collection<String> referralIds) {
        screenings.list(referralIds, reader, at).forEach(found -> seen.put(found.id(), found.require()));
        return this;
    }

    boolean sees(Collection<String> referralIds) {
        return seen.keySet().containsAll(referralIds);
    }

    /** Those of a set that can be seen. */
    UnaryOperator<Set<String>> visible() {
        return ids -> {
            see(ids);
            return seen.keySet();
        };
    }

    Instant at() {
        return at;
    }
}
