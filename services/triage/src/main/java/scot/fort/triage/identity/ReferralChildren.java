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
import org.jspecify.annotations.Nullable;
import scot.fort.platform.lifecycle.Decision.Accepted;
import scot.fort.triage.matching.Arrival;
import scot.fort.triage.matching.Fingerprint;
import scot.fort.triage.matching.Proposal;
import scot.fort.triage.matching.ToldChild;

/**
 * The children of one referral: by what each is found again, and whom of referrals received before it they may be.
 *
 * @param heard how many statements about the children have been heard: the referral itself, and corrections
 * @param searched how many of these had been heard when matches were last looked for
 * @param keys of all fingerprints; whoever shares none is not worth comparing
 * @param matches with children of referrals received before this one
 * @param unsettled referrals around which the families are to be put together anew
 * @param proposedWith earlier referrals that something has been proposed with, which makes nobody kin, and of which it is still
 *     to be seen whether they were erased meanwhile
 * @param waitingSince since when something is to be done; none where nothing is
 */
public record ReferralChildren(
        Instant receivedAt,
        boolean restricted,
        int heard,
        int searched,
        List<KnownChild> children,
        Set<String> keys,
        List<Match> matches,
        Set<String> unsettled,
        Set<String> proposedWith,
        boolean erased,
        @Nullable Instant waitingSince) {

    /** A namesake in every street must not fill a document; the likeliest are proposed first. */
    static final int MOST_MATCHES = 100;

    public ReferralChildren {
        if (erased) {
            searched = heard;
            children = children.stream()
                    .map(child -> KnownChild.unmarked(child.ref()))
                    .toList();
            matches = List.of();
            proposedWith = Set.of();
        }
        children = List.copyOf(children);
        matches = List.copyOf(matches);
        keys = children.stream()
                .flatMap(child -> child.fingerprint().keys().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        unsettled = new TreeSet<>(unsettled);
        proposedWith = proposedWith == null ? Set.of() : new TreeSet<>(proposedWith);
        waitingSince = searched < heard || !unsettled.isEmpty() || !proposedWith.isEmpty() ? waitingSince : null;
    }

    /** A referral has come, of whose children nothing but the refs is known yet. */
    public static ReferralChildren received(
            List<String> refs, Instant receivedAt, boolean restricted, Instant heardAt) {
        return new ReferralChildren(
                receivedAt,
                restricted,
                1,
                0,
                refs.stream().map(KnownChild::unmarked).toList(),
                Set.of(),
                List.of(),
                Set.of(),
                Set.of(),
                false,
                heardAt);
    }

    /** Something else was said of the children. */
    public ReferralChildren corrected(Instant heardAt) {
        return new ReferralChildren(
                receivedAt,
                restricted,
                heard + 1,
                searched,
                children,
                keys,
                matches,
                unsettled,
                proposedWith,
                erased,
                waitingSince == null ? heardAt : waitingSince);
    }

    /** Nothing that was taken from the content stays, nor what followed from it. */
    public Accepted<ReferralChildren, MatchEvent> contentErased(String id, Instant heardAt) {
        Set<String> around = new HashSet<>(Set.of(id));
        confirmed().forEach(match -> around.add(match.earlier().referralId()));
        return new Accepted<>(
                new ReferralChildren(
                        receivedAt,
                        restricted,
                        heard,
                        heard,
                        children,
                        keys,
                        List.of(),
                        around,
                        Set.of(),
                        true,
                        heardAt),
                undoing(matches));
    }

    /** What is left of the matches when referrals that some of them are with are erased. */
    Accepted<ReferralChildren, MatchEvent> without(String id, Collection<String> erasedReferrals, Instant now) {
        Predicate<Match> isWithThem =
                match -> erasedReferrals.contains(match.earlier().referralId());
        List<Match> gone = matches.stream().filter(isWithThem).toList();
        ReferralChildren left =
                with(matches.stream().filter(isWithThem.negate()).toList());
        return new Accepted<>(
                gone.stream().anyMatch(Match::isConfirmed) ? left.unsettledAround(Set.of(id), now) : left,
                undoing(gone));
    }

    /** @param fingerprints by the refs of the children */
    ReferralChildren marked(Map<String, Fingerprint> fingerprints) {
        return new ReferralChildren(
                receivedAt,
                restricted,
                heard,
                searched,
                children.stream()
                        .map(child -> fingerprints.containsKey(child.ref())
                                ? KnownChild.of(child.ref(), fingerprints.get(child.ref()))
                                : KnownChild.unmarked(child.ref()))
                        .toList(),
                keys,
                matches,
                unsettled,
                proposedWith,
                erased,
                waitingSince);
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
        return new Accepted<>(with.isEmpty() ? this : with(now).withProposals(with, at), events);
    }

    /** @param statements that had been heard when matches were looked for */
    ReferralChildren searched(int statements) {
        return new ReferralChildren(
                receivedAt,
                restricted,
                heard,
                statements,
                children,
                keys,
                matches,
                unsettled,
                proposedWith,
                erased,
                waitingSince);
    }

    /** What follows from its matches is seen to. */
    ReferralChildren settled() {
        return new ReferralChildren(
                receivedAt,
                restricted,
                heard,
                searched,
                children,
                keys,
                matches,
                Set.of(),
                Set.of(),
                erased,
                waitingSince);
    }

    boolean isToBeSettled() {
        return !unsettled.isEmpty() || !proposedWith.isEmpty();
    }

    /** Referrals that may have been erased while something of it was written that has to do with them. */
    Set<String> perhapsErased() {
        Set<String> perhaps = new TreeSet<>(unsettled);
        perhaps.addAll(proposedWith);
        return perhaps;
    }

    boolean isToBeSearched() {
        return searched < heard;
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

    /** What follows for these referrals is to be seen to. */
    ReferralChildren unsettledAround(Collection<String> referrals, Instant now) {
        Set<String> more = new TreeSet<>(unsettled);
        more.addAll(referrals);
        return new ReferralChildren(
                receivedAt,
                restricted,
                heard,
                searched,
                children,
                keys,
                matches,
                more,
                proposedWith,
                erased,
                waitingSince == null ? now : waitingSince);
    }

    private ReferralChildren withProposals(Set<String> with, Instant now) {
        Set<String> more = new TreeSet<>(proposedWith);
        more.addAll(with);
        return new ReferralChildren(
                receivedAt,
                restricted,
                heard,
                searched,
                children,
                keys,
                matches,
                unsettled,
                more,
                erased,
                waitingSince == null ? now : waitingSince);
    }

    ReferralChildren with(Match changed) {
        Predicate<Match> isIt = match -> match.id().equals(changed.id());
        return with(matches.stream()
                .map(match -> isIt.test(match) ? changed : match)
                .toList());
    }

    private ReferralChildren with(List<Match> now) {
        return new ReferralChildren(
                receivedAt,
                restricted,
                heard,
                searched,
                children,
                keys,
                now,
                unsettled,
                proposedWith,
                erased,
                waitingSince);
    }
}
