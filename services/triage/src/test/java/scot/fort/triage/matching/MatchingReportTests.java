package scot.fort.triage.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import scot.fort.triage.matching.Corpus.Pointer;
import scot.fort.triage.matching.Likeness.Relation;

/** How many of those who are one are proposed, and how many proposals are right. docs/matching-report.md is written from it. */
class MatchingReportTests {

    private static final double[] RANKS = {0.2, 0.5, 0.9, 0.99};

    private static final Set<Slip> FOUND_AT_HOME = EnumSet.complementOf(EnumSet.of(
            Slip.SHORTENED_GIVEN_NAME_THAT_NO_TABLE_HAS,
            Slip.GIVEN_NAME_OF_ANOTHER,
            Slip.LETTER_MISSING_AND_DAY_ONE_DIGIT_OFF,
            Slip.LETTER_MISSING_IN_BOTH_NAMES));

    private final Corpus corpus = new Corpus();

    @Test
    void proposesEveryRepeatedChildOfTheSyntheticReferralsAndHardlyAnybodyElse() {
        Archive archive = new Archive();
        List<Proposal> proposals = new ArrayList<>();
        int pairs = 0;
        int looked = 0;
        List<Pointer> before = new ArrayList<>();
        for (Map<Pointer, Told> referral : corpus.referrals()) {
            List<ToldChild> children = taken(referral);
            proposals.addAll(archive.proposals(children));
            looked += archive.candidates(children).size();
            children.forEach(archive::add);
            pairs += (int) before.stream()
                    .flatMap(one -> referral.keySet().stream().filter(other -> corpus.areSame(one, other)))
                    .count();
            before.addAll(referral.keySet());
        }

        print("%d children, %d pairs of records of one child, %d candidates looked at%n", before.size(), pairs, looked);
        for (double rank : RANKS) {
            List<Proposal> ranked = same(proposals).stream()
                    .filter(proposal -> proposal.likeness().score() >= rank)
                    .toList();
            long right = ranked.stream().filter(this::isSame).count();
            print(
                    "from %.2f: %d proposed, %d right, precision %.3f, recall %.3f%n",
                    rank, ranked.size(), right, ratio(right, ranked.size()), ratio(right, pairs));
        }
        same(proposals).stream()
                .filter(proposal -> !isSame(proposal))
                .forEach(proposal -> print(
                        "wrong: %s %.3f %s%n",
                        pointer(proposal.arrived()),
                        proposal.likeness().score(),
                        proposal.likeness().reasons()));
        List<Proposal> siblings = proposals.stream()
                .filter(proposal -> proposal.likeness().kind() == Relation.SIBLING)
                .toList();
        print(
                "%d proposed first of all for their child are right%n",
                firsts(same(proposals)).stream().filter(this::isSame).count());
        print("%d pairs of siblings told of in different referrals%n", siblingPairs(before));
        print(
                "siblings: %d proposed, %d of them named together%n",
                siblings.size(), siblings.stream().filter(this::isSibling).count());
        long right = same(proposals).stream().filter(this::isSame).count();
        assertThat(ratio(right, pairs)).isEqualTo(1);
        assertThat(ratio(right, same(proposals).size())).isGreaterThan(0.9);
    }

    @Test
    void findsMostSlipsEvenOfChildrenWhoHaveMovedAndHaveNoNumber() {
        Archive archive = new Archive();
        corpus.referrals().forEach(referral -> taken(referral).forEach(archive::add));
        UnaryOperator<Told> withoutNumber = told -> told.withChi(null).withScn(null);

        for (Slip slip : Slip.values()) {
            Retold athome = retold(slip, withoutNumber, archive);
            Retold moved = retold(slip, told -> withoutNumber.apply(told.moved()), archive);
            Retold numbered = retold(slip, Told::moved, archive);
            print("| %s | %d | %s | %s | %s |%n", slip, athome.told(), athome, moved, numbered);
            if (FOUND_AT_HOME.contains(slip)) {
                assertThat(athome.recall()).as(slip.name()).isGreaterThanOrEqualTo(0.9);
            }
        }
    }

    private record Retold(int told, int found, int asSibling, int others) {

        double recall() {
            return ratio(found, told);
        }

        @Override
        public String toString() {
            return "%.3f + %.3f, %d".formatted(recall(), ratio(asSibling, told), others);
        }
    }

    /** Of every third of the children told of once, who have a name and a date of birth, and are told of again with a slip. */
    private Retold retold(Slip slip, UnaryOperator<Told> otherwise, Archive archive) {
        Retold all = new Retold(0, 0, 0, 0);
        for (Map.Entry<Pointer, Told> child : corpus.sample().entrySet()) {
            Told known = child.getValue();
            if (known.givenName() != null
                    && known.born() != null
                    && slip.of(known).isPresent()) {
                Told again = slip.of(known).orElseThrow().but(otherwise).withoutPhone();
                List<Proposal> proposals =
                        archive.proposals(List.of(new ToldChild("again", "c1", again.fingerprint())));
                all = new Retold(
                        all.told() + 1,
                        all.found() + (int) count(proposals, Relation.SAME_CHILD, child.getKey(), true),
                        all.asSibling() + (int) count(proposals, Relation.SIBLING, child.getKey(), true),
                        all.others() + (int) count(proposals, Relation.SAME_CHILD, child.getKey(), false));
            }
        }
        return all;
    }

    private static long count(List<Proposal> proposals, Relation kind, Pointer child, boolean is) {
        return proposals.stream()
                .filter(proposal -> proposal.likeness().kind() == kind
                        && pointer(proposal.known()).equals(child) == is)
                .count();
    }

    /** The likeliest for each child who arrived. */
    private static Collection<Proposal> firsts(List<Proposal> proposals) {
        return proposals.stream()
                .collect(Collectors.toMap(
                        proposal -> pointer(proposal.arrived()), proposal -> proposal, (one, other) -> one))
                .values();
    }

    private long siblingPairs(List<Pointer> children) {
        return children.stream()
                        .flatMap(one -> children.stream()
                                .filter(other ->
                                        !one.referral().equals(other.referral()) && corpus.areSiblings(one, other)))
                        .count()
                / 2;
    }

    private static List<Proposal> same(List<Proposal> proposals) {
        return proposals.stream()
                .filter(proposal -> proposal.likeness().kind() == Relation.SAME_CHILD)
                .toList();
    }

    private boolean isSame(Proposal proposal) {
        return corpus.areSame(pointer(proposal.arrived()), pointer(proposal.known()));
    }

    private boolean isSibling(Proposal proposal) {
        return corpus.areSiblings(pointer(proposal.arrived()), pointer(proposal.known()));
    }

    private static Pointer pointer(ToldChild child) {
        return new Pointer(child.referralId(), child.childRef());
    }

    private static List<ToldChild> taken(Map<Pointer, Told> referral) {
        return referral.entrySet().stream()
                .map(child -> new ToldChild(
                        child.getKey().referral(),
                        child.getKey().child(),
                        child.getValue().fingerprint()))
                .toList();
    }

    private static double ratio(long part, int whole) {
        return whole == 0 ? 1 : (double) part / whole;
    }

    private static void print(String format, Object... of) {
        System.out.printf(Locale.ROOT, format, of);
    }
}
