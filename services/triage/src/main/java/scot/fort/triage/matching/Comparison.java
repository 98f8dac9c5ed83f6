package scot.fort.triage.matching;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Two fingerprints side by side. What only one of them tells says nothing either way. */
final class Comparison {

    private static final Name GIVEN_NAME = new Name(
            MarkKind.GIVEN_NAME,
            Reason.SAME_GIVEN_NAME,
            List.of(
                    new Level(MarkKind.GIVEN_NAME_ALIKE, Reason.NICKNAME),
                    new Level(MarkKind.GIVEN_NAME_SLIP, Reason.GIVEN_NAME_SLIP),
                    new Level(MarkKind.GIVEN_NAME_SOUND, Reason.GIVEN_NAME_SOUNDS_ALIKE)),
            Reason.GIVEN_NAME_DIFFERS);

    private static final Name FAMILY_NAME = new Name(
            MarkKind.FAMILY_NAME,
            Reason.SAME_FAMILY_NAME,
            List.of(
                    new Level(MarkKind.FAMILY_NAME_ALIKE, Reason.PART_OF_FAMILY_NAME),
                    new Level(MarkKind.FAMILY_NAME_SLIP, Reason.FAMILY_NAME_SLIP),
                    new Level(MarkKind.FAMILY_NAME_SOUND, Reason.FAMILY_NAME_SOUNDS_ALIKE)),
            Reason.FAMILY_NAME_DIFFERS);

    private record Level(MarkKind kind, Reason reason) {}

    /** How a name agrees: wholly, else at the first level that it reaches, else not. */
    private record Name(MarkKind exact, Reason same, List<Level> levels, Reason differs) {}

    private final Fingerprint one;
    private final Fingerprint other;
    private final Set<Reason> reasons = EnumSet.noneOf(Reason.class);

    private Comparison(Fingerprint one, Fingerprint other) {
        this.one = one;
        this.other = other;
    }

    /** What agrees and what does not, in the order of {@link Reason}; the same whichever comes first. */
    static List<Reason> of(Fingerprint one, Fingerprint other) {
        Comparison comparison = new Comparison(one, other);
        comparison.number(MarkKind.CHI, Reason.SAME_CHI, Reason.CHI_DIFFERS);
        comparison.number(MarkKind.SCN, Reason.SAME_SCN, Reason.SCN_DIFFERS);
        comparison.birth();
        comparison.names();
        comparison.number(MarkKind.HOME, Reason.SAME_ADDRESS, Reason.ADDRESS_DIFFERS);
        comparison.when(comparison.shared(MarkKind.PHONE), Reason.SAME_PHONE);
        comparison.when(comparison.isLikeTwins(), Reason.TWIN_LIKELY);
        return new ArrayList<>(comparison.reasons);
    }

    private void number(MarkKind kind, Reason same, Reason differs) {
        if (both(kind)) {
            reasons.add(shared(kind) ? same : differs);
        }
    }

    private void birth() {
        if (both(MarkKind.BIRTH)) {
            reasons.add(dateOfBirth());
        } else if (isEither(Comparison::isUnborn) && both(MarkKind.MONTH)) {
            reasons.add(shared(MarkKind.MONTH) ? Reason.EXPECTED_BIRTH_FITS : Reason.EXPECTED_BIRTH_DIFFERS);
        } else if (both(MarkKind.YEAR)) {
            reasons.add(shared(MarkKind.YEAR) ? Reason.AGE_FITS : Reason.AGE_DIFFERS);
        }
    }

    private Reason dateOfBirth() {
        if (shared(MarkKind.BIRTH)) {
            return Reason.SAME_BIRTH;
        }
        if (shared(MarkKind.BIRTH_IN_EITHER_ORDER)) {
            return Reason.DAY_AND_MONTH_SWAPPED;
        }
        return shared(MarkKind.BIRTH_BUT_ONE_DIGIT) ? Reason.BIRTH_ONE_DIGIT_OFF : Reason.BIRTH_DIFFERS;
    }

    private void names() {
        if (isInEachOthersPlace()) {
            reasons.add(Reason.NAMES_IN_EACH_OTHERS_PLACE);
        } else if (Marks.ANCHORS.stream().anyMatch(this::shared) || bothNames()) {
            name(GIVEN_NAME);
            name(FAMILY_NAME);
        }
    }

    private void name(Name name) {
        if (both(name.exact())) {
            if (shared(name.exact()) || bothNames()) {
                reasons.add(name.same());
            } else {
                reasons.add(name.levels().stream()
                        .filter(level -> shared(level.kind()))
                        .findFirst()
                        .map(Level::reason)
                        .orElse(name.differs()));
            }
        }
    }

    private boolean isInEachOthersPlace() {
        return shared(MarkKind.BOTH_NAMES_IN_EITHER_ORDER_AND_BIRTH) && !shared(MarkKind.GIVEN_NAME);
    }

    /** Both names are the same where the rest of the date they are bound to is. */
    private boolean bothNames() {
        return shared(MarkKind.BOTH_NAMES_AND_YEAR) || shared(MarkKind.BOTH_NAMES_AND_DAY_OF_YEAR);
    }

    private boolean isLikeTwins() {
        return reasons.contains(Reason.SAME_BIRTH)
                && reasons.contains(Reason.GIVEN_NAME_DIFFERS)
                && reasons.contains(Reason.SAME_FAMILY_NAME)
                && (reasons.contains(Reason.SAME_ADDRESS) || reasons.contains(Reason.SAME_PHONE));
    }

    private static boolean isUnborn(Fingerprint child) {
        return child.has(MarkKind.MONTH) && !child.has(MarkKind.BIRTH);
    }

    private boolean isEither(Predicate<Fingerprint> is) {
        return is.test(one) || is.test(other);
    }

    private boolean both(MarkKind kind) {
        return one.has(kind) && other.has(kind);
    }

    private boolean shared(MarkKind kind) {
        return one.shares(kind, other);
    }

    private void when(boolean is, Reason reason) {
        if (is) {
            reasons.add(reason);
        }
    }
}
