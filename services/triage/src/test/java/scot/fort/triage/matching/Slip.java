package scot.fort.triage.matching;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** How a child is told of a second time, a little differently. */
enum Slip {
    NONE(told -> told),
    CAPITALS_WITHOUT_ACCENTS(told -> told.called(
            Letters.joined(given(told)).toUpperCase(Locale.ROOT),
            String.join("", Letters.words(family(told))).toUpperCase(Locale.ROOT))),
    LETTER_MISSING_IN_GIVEN_NAME(
            told -> told.called(dropped(given(told), given(told).length() / 2), family(told))),
    LETTERS_CHANGED_PLACES_IN_GIVEN_NAME(told -> told.called(swapped(given(told)), family(told))),
    WRONG_LETTER_IN_GIVEN_NAME(told -> told.called(wrong(given(told)), family(told))),
    LETTER_MISSING_IN_FAMILY_NAME(
            told -> told.called(given(told), dropped(family(told), family(told).length() / 2))),
    WRONG_LETTER_IN_FAMILY_NAME(told -> told.called(given(told), wrong(family(told)))),
    LETTER_MISSING_IN_BOTH_NAMES(told -> told.called(dropped(given(told), 1), dropped(family(told), 2))),
    HALF_OF_A_DOUBLE_NAME(told -> told.called(given(told), family(told).replaceFirst("^.*-", ""))),
    ANOTHER_FAMILY_NAME(told -> told.called(given(told), "Abernethy")),
    SHORTENED_GIVEN_NAME_THAT_NO_TABLE_HAS(told -> told.called(given(told).substring(0, 3), family(told))),
    GIVEN_NAME_OF_ANOTHER(told -> told.called("Bartholomew", family(told))),
    NAMES_IN_EACH_OTHERS_PLACE(told -> told.called(family(told), given(told))),
    DAY_AND_MONTH_SWAPPED(birth(born -> LocalDate.of(born.getYear(), born.getDayOfMonth(), born.getMonthValue()))),
    DAY_ONE_DIGIT_OFF(birth(born -> born.withDayOfMonth(born.getDayOfMonth() ^ 1))),
    YEAR_OFF_BY_ONE(birth(born -> born.minusYears(1))),
    ONLY_AN_AGE(told -> told.aged(born(told).until(Told.TODAY).getYears())),
    LETTER_MISSING_AND_DAY_ONE_DIGIT_OFF(
            told -> DAY_ONE_DIGIT_OFF.change.apply(LETTER_MISSING_IN_GIVEN_NAME.change.apply(told)));

    private final UnaryOperator<Told> change;

    Slip(UnaryOperator<Told> change) {
        this.change = change;
    }

    /** Nothing where it changes nothing, as a name without a hyphen has no half. */
    Optional<Told> of(Told told) {
        try {
            Told changed = change.apply(told);
            return this != NONE && changed.equals(told) ? Optional.empty() : Optional.of(changed);
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static UnaryOperator<Told> birth(UnaryOperator<LocalDate> change) {
        return told -> told.born(change.apply(born(told)).toString());
    }

    private static LocalDate born(Told told) {
        return Objects.requireNonNull(told.born());
    }

    private static String given(Told told) {
        return Objects.requireNonNull(told.givenName());
    }

    private static String family(Told told) {
        return Objects.requireNonNull(told.familyName());
    }

    private static String dropped(String name, int at) {
        return at < name.length() ? name.substring(0, at) + name.substring(at + 1) : name;
    }

    private static String swapped(String name) {
        return name.substring(0, 1) + name.charAt(2) + name.charAt(1) + name.substring(3);
    }

    private static String wrong(String name) {
        return name.length() < 2 ? name : name.substring(0, name.length() - 1) + (name.endsWith("x") ? "k" : "x");
    }
}
