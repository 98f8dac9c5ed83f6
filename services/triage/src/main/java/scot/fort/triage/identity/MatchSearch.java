package scot.fort.triage.identity;

import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import scot.fort.platform.lifecycle.Decision.Accepted;
import scot.fort.platform.messaging.Cause;
import scot.fort.platform.messaging.Ids;
import scot.fort.platform.messaging.aggregate.Aggregate;
import scot.fort.platform.messaging.aggregate.AggregateStore;
import scot.fort.triage.matching.Arrival;
import scot.fort.triage.matching.Fingerprint;
import scot.fort.triage.matching.Fingerprinting;
import scot.fort.triage.matching.Matching;
import scot.fort.triage.matching.Particulars;
import scot.fort.triage.matching.Proposal;
import scot.fort.triage.matching.ToldChild;
import scot.fort.triage.screening.Acting;

/**
 * Looks for those who may be the children of a referral. Of two referrals the one received later keeps the matches, whichever is
 * looked at first. Fingerprints are kept before anybody is looked for, so that of two referrals looked at in the same
 * moment at least one finds the other.
 */
public final class MatchSearch {

    /** Far more than ever share a name and a date of birth; what a crowded home has beyond that is not compared. */
    private static final int MOST_COMPARED = 300;

    private static final int MOST_OF_A_CROWD = 200;

    private final AggregateStore<ReferralChildren, MatchEvent> children;
    private final Records records;
    private final Statements statements;
    private final Fingerprinting fingerprinting;
    private final Matching matching;
    private final Clock clock;
    private final Ids ids;

    public MatchSearch(
            AggregateStore<ReferralChildren, MatchEvent> children,
            Records records,
            Statements statements,
            Fingerprinting fingerprinting,
            Matching matching,
            Clock clock,
            Ids ids) {
        this.children = children;
        this.records = records;
        this.statements = statements;
        this.fingerprinting = fingerprinting;
        this.matching = matching;
        this.clock = clock;
        this.ids = ids;
    }

    /** May be done again, also by another instance; what changes meanwhile is looked at the next time. */
    void search(Aggregate<ReferralChildren> found) {
        int heard = found.require().pending().heard();
        statements.of(found.id(), heard).ifPresent(said -> change(
                        found, found.require().marked(fingerprints(said)))
                .ifPresent(marked -> propose(marked, heard)));
    }

    private Map<String, Fingerprint> fingerprints(Map<String, List<Particulars>> said) {
        Map<String, Fingerprint> fingerprints = new HashMap<>();
        said.forEach((ref, particulars) -> particulars.stream()
                .map(fingerprinting::of)
                .reduce(Fingerprint::and)
                .ifPresent(fingerprint -> fingerprints.put(ref, fingerprint)));
        return fingerprints;
    }

    private void propose(Aggregate<ReferralChildren> marked, int heard) {
        ReferralChildren own = marked.require();
        Arrival arrival = own.arrival(marked.id());
        Map<Boolean, List<Aggregate<ReferralChildren>>> byTime = alike(marked).stream()
                .collect(Collectors.partitioningBy(
                        other -> arrival.isBefore(other.require().arrival(other.id()))));
        List<Aggregate<ReferralChildren>> later = byTime.getOrDefault(true, List.of());
        List<Aggregate<ReferralChildren>> earlier = byTime.getOrDefault(false, List.of());
        if (!later.stream().allMatch(other -> keep(other, proposals(other, List.of(marked))))) {
            return;
        }
        Accepted<ReferralChildren, MatchEvent> proposed = own.proposed(proposals(marked, earlier), clock.instant());
        children.save(marked, proposed.state().searched(heard), proposed.events(), cause());
    }

    private List<Aggregate<ReferralChildren>> alike(Aggregate<ReferralChildren> marked) {
        Set<String> crowded = marked.require().crowdedKeys();
        Set<String> telling = new HashSet<>(marked.require().keys());
        telling.removeAll(crowded);
        Map<String, Aggregate<ReferralChildren>> alike = new HashMap<>();
        records.sharing(telling, MOST_COMPARED).forEach(other -> alike.put(other.id(), other));
        records.sharing(crowded, MOST_OF_A_CROWD).forEach(other -> alike.put(other.id(), other));
        alike.remove(marked.id());
        return List.copyOf(alike.values());
    }

    private List<Proposal> proposals(Aggregate<ReferralChildren> later, List<Aggregate<ReferralChildren>> earlier) {
        return matching.proposals(
                told(later),
                earlier.stream().flatMap(other -> told(other).stream()).toList());
    }

    private static List<ToldChild> told(Aggregate<ReferralChildren> of) {
        return of.require().told(of.id());
    }

    /** @return false where another write came between; the search is then not over, and is done again */
    private boolean keep(Aggregate<ReferralChildren> later, List<Proposal> proposals) {
        Accepted<ReferralChildren, MatchEvent> proposed = later.require().proposed(proposals, clock.instant());
        return proposed.state().equals(later.require())
                || children.save(later, proposed.state(), proposed.events(), cause());
    }

    private Optional<Aggregate<ReferralChildren>> change(Aggregate<ReferralChildren> found, ReferralChildren now) {
        if (now.equals(found.require())) {
            return Optional.of(found);
        }
        return children.save(found, now, List.of(), cause())
                ? children.find(found.id()).filter(saved -> saved.version() == found.version() + 1)
                : Optional.empty();
    }

    private Cause cause() {
        return Cause.of(Acting.SERVICE, ids);
    }
}
