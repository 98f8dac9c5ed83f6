package scot.fort.triage.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import scot.fort.triage.matching.ChildPointer;
import scot.fort.triage.matching.Likeness.Relation;

/** Whatever screeners say, in whatever order. */
class FamilyPropertyTests {

    private static final int REFERRALS = 5;
    private static final int CHILDREN = 2;

    /** Two children of different referrals, and what they are said to be. */
    record Saying(ChildPointer later, ChildPointer earlier, Relation kind) {}

    @Provide
    Arbitrary<List<Saying>> sayings() {
        Arbitrary<ChildPointer> children = Combinators.combine(
                        Arbitraries.integers().between(0, REFERRALS - 1),
                        Arbitraries.integers().between(1, CHILDREN))
                .as((referral, child) -> new ChildPointer("r" + referral, "c" + child));
        return Combinators.combine(
                        children,
                        children,
                        Arbitraries.frequencyOf(
                                net.jqwik.api.Tuple.of(4, Arbitraries.just(Relation.SAME_CHILD)),
                                net.jqwik.api.Tuple.of(1, Arbitraries.just(Relation.SIBLING))))
                .as(Saying::new)
                .filter(saying ->
                        saying.later().referralId().compareTo(saying.earlier().referralId()) > 0)
                .list()
                .ofMaxSize(12);
    }

    @Property(tries = 300)
    void givesBackExactlyWhatWasBeforeWhenAllIsUndoneInReverse(@ForAll("sayings") List<Saying> sayings) {
        Relatives relatives = new Relatives(REFERRALS, CHILDREN);
        Deque<Saying> done = new ArrayDeque<>();
        Deque<Map<ChildPointer, String>> before = new ArrayDeque<>();
        for (Saying saying : sayings) {
            Map<ChildPointer, String> ids = ids(relatives.family());
            boolean isNew = relatives
                    .match(saying.later(), saying.earlier())
                    .filter(Match::isConfirmed)
                    .isEmpty();
            if (isNew && relatives.confirm(saying.later(), saying.earlier(), saying.kind())) {
                done.push(saying);
                before.push(ids);
            }
        }
        while (!done.isEmpty()) {
            Saying last = done.pop();
            assertThat(relatives.undo(last.later(), last.earlier())).isTrue();
            assertThat(ids(relatives.family())).isEqualTo(before.pop());
        }
    }

    @Property(tries = 300)
    void dependsOnWhatIsConfirmedAndNotOnWhatWasUndone(
            @ForAll("sayings") List<Saying> kept, @ForAll("sayings") List<Saying> undone, @ForAll Random random) {
        Relatives plain = new Relatives(REFERRALS, CHILDREN);
        Relatives busy = new Relatives(REFERRALS, CHILDREN);
        for (Saying saying : undone) {
            if (busy.confirm(saying.later(), saying.earlier(), saying.kind()) && random.nextBoolean()) {
                busy.undo(saying.later(), saying.earlier());
            }
        }
        for (Saying saying : undone) {
            if (busy.match(saying.later(), saying.earlier())
                    .filter(Match::isConfirmed)
                    .isPresent()) {
                busy.undo(saying.later(), saying.earlier());
            }
        }
        for (Saying saying : kept) {
            plain.confirm(saying.later(), saying.earlier(), saying.kind());
            busy.confirm(saying.later(), saying.earlier(), saying.kind());
        }

        assertThat(ids(busy.family())).isEqualTo(ids(plain.family()));
    }

    @Property(tries = 300)
    void neverMakesTwoChildrenOfOneReferralOneEvenWhenNobodySeesWhatOthersSay(@ForAll("sayings") List<Saying> sayings) {
        Relatives relatives = new Relatives(REFERRALS, CHILDREN);
        Family nothing = relatives.family();
        sayings.forEach(
                saying -> relatives.say(new ConfirmMatch(saying.kind()), saying.later(), saying.earlier(), nothing));

        Family family = relatives.family();

        ids(family).keySet().forEach(child -> {
            assertThat(family.sameAs(child))
                    .extracting(ChildPointer::referralId)
                    .doesNotHaveDuplicates();
            assertThat(family.siblingsOf(child)).doesNotContainAnyElementsOf(family.sameAs(child));
            assertThat(family.sameAs(child))
                    .allMatch(same -> family.childId(same).equals(family.childId(child)));
        });
    }

    private static Map<ChildPointer, String> ids(Family family) {
        Map<ChildPointer, String> ids = new HashMap<>();
        family.referrals().forEach(referral -> List.of("c1", "c2").forEach(ref -> {
            ChildPointer child = new ChildPointer(referral, ref);
            ids.put(child, family.childId(child));
        }));
        return ids.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
