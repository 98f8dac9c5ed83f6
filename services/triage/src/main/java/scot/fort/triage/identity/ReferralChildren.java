package scot.fort.triage.identity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import scot.fort.platform.lifecycle.Decision.Accepted;
import scot.fort.triage.matching.Arrival;
import scot.fort.triage.matching.Fingerprint;
import scot.fort.triage.matching.Proposal;
import scot.fort.triage.matching.ToldChild;

/**
 * The children of one referral: by what each is found again, and whom of referrals received before it they may be.
 *
 * @param keys of all fingerprints; whoever shares none is not worth comparing
 * @param matches with children of referrals received before this one
 * @param pending what is still to be done about them
 */
public record ReferralChildren(
        Instant receivedAt,
        boolean restricted,
        List<KnownChild> children,
        Set<String> keys,
        List<Match> matches,
        boolean erased,
        Pending pending) {

    /** A namesake in every street must not fill a document; the likeliest are proposed first. */
    static final int MOST_MATCHES = 100;

    public ReferralChildren {
        if (erased) {
            children = children.stream()
                    .map(child -> KnownChild.unmarked(child.ref()))
                    .toList();
            matches = List.of();
            pending = pending.withoutSearch();
        }
        children = List.copyOf(children);
        matches = List.copyOf(matches);
        keys = children.stream()
                .flatMap(child -> child.fingerprint().keys().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A referral has come, of whose children nothing but the refs is known yet. */
    public static ReferralChildren received(
            List<String> refs, Instant receivedAt, boolean restricted, Instant heardAt) {
        return new ReferralChildren(
                receivedAt,
                restricted,
                refs.stream().map(KnownChild::unmarked).toList(),
                Set.of(),
                List.of(),
                false,
                Pending.received(heardAt));
    }

    /** Something else was said of the children. */
    public ReferralChildren corrected(Instant heardAt) {
        return with(pending.heard(heardAt));
    }

    /** Nothing that was taken from the content stays, nor what followed from it. */
    public Accepted<ReferralChildren, MatchEvent> contentErased(String id, Instant heardAt) {
        Set<String> around = new HashSet<>(Set.of(id));
        confirmed().forEach(match -> around.add(match.earlier().referralId()));
        Pending left = pending.unsettledAround(around, heardAt);
        return new Accepted<>(
                new ReferralChildren(receivedAt, restricted, children, keys, List.of(), true, left), undoing(matches));
    }

    /** What is left of the matches when referrals that some of them are with are erased. */
    Accepted<ReferralChildren, MatchEvent> without(String id, Collection<String> erasedReferrals, Instant now) {
        Predicate<Match> isWithThem =
                match -> erasedReferrals.contains(match.earlier().referralId());
        List<Match> gone = matches.stream().filter(isWithThem).toList();
        ReferralChildren left =
                withMatches(matches.stream().filter(isWithThem.negate()).toList());
        return new Accepted<>(
                gone.stream().anyMatch(Match::isConfirmed) ? left.unsettledAround(Set.of(id), now) : left,
                undoing(gone));
    }

    /** @param fingerprints by the refs of the children */
    ReferralChildren marked(Map<String, Fingerprint> fingerprints) {
        return withChildren(children.stream()
                .map(child -> fingerprints.containsKey(child.ref())
                        ? KnownChild.of(child.ref(), fingerprints.get(child.ref()))
                        : KnownChild.unmarked(child.ref()))
                .toList());
    }

    /**
     * Proposals of children of this referral with earlier ones; what a person has said something of stays as it is. An earlier
     * one may have been erased, and all that was proposed with it forgotten, while the two were compared: so it is to be seen
     * to once more.
     */
    Accepted<ReferralChildren, MatchEvent> proposed(List<Proposal> proposals, Instant at) {
        List<Match> now = new ArrayList<>(matches);
        List<MatchEvent> events = new ArrayList<>();
        Set<String> with = new HashSet<>();
        for (Match proposed : proposals.stream().map(Match::of).toList()) {
            Optional<Match> before = find(proposed.id());
            if (before.isEmpty() && now.size() < MOST_MATCHES) {
                now.add(proposed);
                with.add(proposed.earlier().referralId());
                events.add(new MatchEvent.Proposed(proposed));
            } else if (before.filter(Match::isOpen)
                    .filter(match -> !match.equals(proposed))
                    .isPresent()) {
                now.set(now.indexOf(before.orElseThrow()), proposed);
                with.add(proposed.earlier().referralId());
                events.add(new MatchEvent.Proposed(proposed));
            }
        }
        return new Accepted<>(withMatches(now).with(pending.proposedWith(with, at)), events);
    }

    /** @param statements that had been heard when matches were looked for */
    ReferralChildren searched(int statements) {
        return with(pending.searched(statements));
    }

    /** What follows from its matches is seen to. */
    ReferralChildren settled() {
        return with(pending.settled());
    }

    /** What follows for these referrals is to be seen to. */
    ReferralChildren unsettledAround(Collection<String> referrals, Instant now) {
        return with(pending.unsettledAround(referrals, now));
    }

    ReferralChildren with(Match changed) {
        Predicate<Match> isIt = match -> match.id().equals(changed.id());
        return withMatches(matches.stream()
                .map(match -> isIt.test(match) ? changed : match)
                .toList());
    }

    Optional<Match> find(String matchId) {
        return matches.stream().filter(match -> match.id().equals(matchId)).findFirst();
    }

    Stream<Match> confirmed() {
        return matches.stream().filter(Match::isConfirmed);
    }

    List<String> refs() {
        return children.stream().map(KnownChild::ref).toList();
    }

    Set<String> crowdedKeys() {
        return children.stream()
                .flatMap(child -> child.fingerprint().crowdedKeys().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    List<ToldChild> told(String id) {
        return children.stream()
                .map(child -> new ToldChild(id, child.ref(), child.fingerprint()))
                .toList();
    }

    /** Of two referrals the later one keeps the matches. */
    Arrival arrival(String id) {
        return new Arrival(receivedAt, id);
    }

    private static List<MatchEvent> undoing(List<Match> gone) {
        return gone.stream()
                .<MatchEvent>mapMulti((match, events) -> {
                    Match.Word word = match.word();
                    if (word != null && match.isConfirmed()) {
                        events.accept(new MatchEvent.Undone(match.reopened(), word));
                    }
                })
                .toList();
    }

    private ReferralChildren withChildren(List<KnownChild> now) {
        return new ReferralChildren(receivedAt, restricted, now, keys, matches, erased, pending);
    }

    private ReferralChildren withMatches(List<Match> now) {
        return new ReferralChildren(receivedAt, restricted, children, keys, now, erased, pending);
    }

    private ReferralChildren with(Pending now) {
        return new ReferralChildren(receivedAt, restricted, children, keys, matches, erased, now);
    }
}
