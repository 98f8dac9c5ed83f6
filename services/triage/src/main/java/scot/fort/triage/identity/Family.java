package scot.fort.triage.identity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import scot.fort.triage.matching.Arrival;
import scot.fort.triage.matching.ChildPointer;
import scot.fort.triage.matching.Likeness.Relation;
import scot.fort.triage.screening.Kin;

/**
 * Referrals that confirmed matches hold together, and who is whom in them. It follows from the set of confirmed matches alone.
 * Two children of one referral are two: of matches that together make them one, the one confirmed last does not count.
 */
final class Family {

    /** The order in which confirmed matches count. */
    private static final Comparator<Bond> BY_TIME = Comparator.comparing(
                    (Bond bond) -> bond.word().at())
            .thenComparing(bond -> bond.match().id());

    private final Map<String, ReferralChildren> referrals;
    private final Map<ChildPointer, Set<ChildPointer>> same = new HashMap<>();
    private final List<Bond> siblings = new ArrayList<>();
    private final List<Bond> contradictions = new ArrayList<>();

    /**
     * A confirmed match.
     *
     * @param keeper the referral that keeps it
     */
    record Bond(String keeper, Match match, Match.Word word) {

        ChildPointer child() {
            return new ChildPointer(keeper, match.childRef());
        }
    }

    /** @param referrals that matches lead to from one of them, by id */
    Family(Map<String, ReferralChildren> referrals) {
        this.referrals = new TreeMap<>(referrals);
        this.referrals.forEach((id, children) -> children.refs().forEach(ref -> {
            ChildPointer child = new ChildPointer(id, ref);
            same.put(child, Set.of(child));
        }));
        this.referrals.entrySet().stream()
                .flatMap(entry -> bonds(entry.getKey(), entry.getValue()))
                .filter(bond -> same.containsKey(bond.child())
                        && same.containsKey(bond.match().earlier()))
                .sorted(BY_TIME)
                .forEach(this::bind);
    }

    /** What is left of it to somebody who knows of these referrals alone. */
    Family among(Set<String> known) {
        Map<String, ReferralChildren> left = new TreeMap<>(referrals);
        left.keySet().retainAll(known);
        return new Family(left);
    }

    private static Stream<Bond> bonds(String id, ReferralChildren children) {
        return children.confirmed().map(match -> new Bond(id, match, Objects.requireNonNull(match.word())));
    }

    private void bind(Bond bond) {
        if (isContradicted(bond.child(), bond.match().earlier(), bond.word().as())) {
            contradictions.add(bond);
        } else if (bond.word().as() == Relation.SIBLING) {
            siblings.add(bond);
        } else {
            Set<ChildPointer> joined = new LinkedHashSet<>(sameAs(bond.child()));
            joined.addAll(sameAs(bond.match().earlier()));
            joined.forEach(child -> same.put(child, joined));
        }
    }

    /** Whether the two cannot be that, by what is confirmed already. */
    boolean isContradicted(ChildPointer one, ChildPointer other, Relation as) {
        Set<ChildPointer> ones = sameAs(one);
        Set<ChildPointer> others = sameAs(other);
        return switch (as) {
            case SIBLING -> ones.contains(other);
            case SAME_CHILD ->
                !ones.contains(other) && (haveAReferralInCommon(ones, others) || areSiblings(ones, others));
        };
    }

    private static boolean haveAReferralInCommon(Set<ChildPointer> ones, Set<ChildPointer> others) {
        Set<String> common = referrals(ones);
        common.retainAll(referrals(others));
        return !common.isEmpty();
    }

    private boolean areSiblings(Set<ChildPointer> ones, Set<ChildPointer> others) {
        return siblings.stream().anyMatch(bond -> {
            ChildPointer earlier = bond.match().earlier();
            return ones.contains(bond.child()) && others.contains(earlier)
                    || others.contains(bond.child()) && ones.contains(earlier);
        });
    }

    private static Set<String> referrals(Set<ChildPointer> children) {
        return children.stream().map(ChildPointer::referralId).collect(Collectors.toCollection(HashSet::new));
    }

    /** The confirmed match that contradicts others and was confirmed after them. */
    Optional<Bond> contradiction() {
        return contradictions.stream().findFirst();
    }

    Set<String> referrals() {
        return referrals.keySet();
    }

    /** All that are one child, itself among them. */
    Set<ChildPointer> sameAs(ChildPointer child) {
        return same.getOrDefault(child, Set.of(child));
    }

    /** The id of whoever of those who are one was received first. */
    String childId(ChildPointer child) {
        return oldest(sameAs(child).stream()).ownId();
    }

    /** The id that the two would go by if they were one. */
    String childIdOfBoth(ChildPointer one, ChildPointer other) {
        return oldest(Stream.concat(sameAs(one).stream(), sameAs(other).stream()))
                .ownId();
    }

    private ChildPointer oldest(Stream<ChildPointer> children) {
        return children.min(Comparator.comparing(this::arrival).thenComparing(ChildPointer::childRef))
                .orElseThrow();
    }

    private Arrival arrival(ChildPointer child) {
        ReferralChildren referral = referrals.get(child.referralId());
        return new Arrival(referral == null ? Instant.MAX : referral.receivedAt(), child.referralId());
    }

    /** Who of other referrals the children of this one are; of a sibling only what is not the child's own. */
    Kin kinOf(String referralId) {
        ReferralChildren referral = referrals.get(referralId);
        if (referral == null) {
            return Kin.none();
        }
        List<Kin.Relative> relatives = new ArrayList<>();
        for (String ref : referral.refs()) {
            ChildPointer child = new ChildPointer(referralId, ref);
            Set<String> own = referrals(sameAs(child));
            sameAs(child).stream()
                    .filter(other -> !other.equals(child))
                    .forEach(other -> relatives.add(relative(ref, Relation.SAME_CHILD, other)));
            siblingsOf(child).stream()
                    .filter(other -> !own.contains(other.referralId()))
                    .forEach(other -> relatives.add(relative(ref, Relation.SIBLING, other)));
        }
        return new Kin(relatives);
    }

    private Kin.Relative relative(String ref, Relation kind, ChildPointer other) {
        ReferralChildren referral = Objects.requireNonNull(referrals.get(other.referralId()));
        return new Kin.Relative(ref, kind, other, referral.receivedAt(), referral.restricted());
    }

    /** Brothers and sisters: who was confirmed to be one, or is named beside the child in one of the referrals. */
    Set<ChildPointer> siblingsOf(ChildPointer child) {
        Set<ChildPointer> all = new LinkedHashSet<>();
        for (ChildPointer self : sameAs(child)) {
            ReferralChildren named = referrals.get(self.referralId());
            if (named != null) {
                named.refs().forEach(ref -> all.addAll(sameAs(new ChildPointer(self.referralId(), ref))));
            }
        }
        for (Bond bond : siblings) {
            if (sameAs(child).contains(bond.child())) {
                all.addAll(sameAs(bond.match().earlier()));
            } else if (sameAs(child).contains(bond.match().earlier())) {
                all.addAll(sameAs(bond.child()));
            }
        }
        all.removeAll(sameAs(child));
        return all;
    }
}
