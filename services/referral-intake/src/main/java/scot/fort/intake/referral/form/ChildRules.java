package scot.fort.intake.referral.form;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import scot.fort.intake.reference.Code;
import scot.fort.intake.reference.CodeSet;

/**
 * The rules of the children. Nothing is refused for being unusual: a referral that is not taken helps no child, so what is
 * only unlikely is a warning.
 */
final class ChildRules {

    private static final int MOST_DAYS_OVERDUE = 42;

    /** Nobody knows of a baby longer ahead than this. */
    private static final int MOST_DAYS_AHEAD = 300;

    /** A child who lives was born at most so long before it was expected. */
    private static final int MOST_DAYS_EARLY = 140;

    /** Care leavers have support until they are 27. */
    private static final int OLDEST = 26;

    private final CodeSet wards;
    private final TimeRules times;
    private final Findings findings;

    ChildRules(CodeSet wards, TimeRules times, Findings findings) {
        this.wards = wards;
        this.times = times;
        this.findings = findings;
    }

    void check(Place children) {
        for (Place child : children.items()) {
            checkAge(child);
            checkDatesAndIdentifiers(child);
        }
        for (String number : List.of("chi", "scn")) {
            warnOfTheSame(number, children);
        }
    }

    /** What holds for a child and for a correction of one. */
    void checkDatesAndIdentifiers(Place child) {
        Place birth = child.member("dateOfBirth");
        Place expected = child.member("expectedDateOfBirth");
        if (times.pastDay(birth, findings)
                && birth.date().filter(this::isGrownUp).isPresent()) {
            findings.warning(birth, RuleCode.UNLIKELY, "Is the date of birth of somebody older than " + OLDEST + ".");
        }
        expected.date().ifPresent(date -> checkExpected(date, expected, birth.date()));
        Place chi = child.member("chi");
        chi.text().flatMap(Chi::of).ifPresent(number -> check(number, chi, child));
        Place ward = child.member("address").member("ward");
        if (ward.text().filter(code -> !wards.has(code, times.today())).isPresent()) {
            String known =
                    wards.effectiveOn(times.today()).stream().map(Code::code).collect(Collectors.joining(", "));
            findings.fault(ward, RuleCode.UNKNOWN_CODE, "Must be one of: " + known + ".");
        }
    }

    private void checkAge(Place child) {
        if (child.isObject()
                && !child.member("dateOfBirth").isThere()
                && !child.member("expectedDateOfBirth").isThere()
                && !child.member("ageEstimate").isThere()) {
            findings.fault(
                    child,
                    RuleCode.REQUIRED,
                    "A date of birth, an expected one or an estimate of the age is required.");
        }
    }

    private boolean isGrownUp(LocalDate birth) {
        return ChronoUnit.YEARS.between(birth, times.today()) > OLDEST;
    }

    private void checkExpected(LocalDate expected, Place place, Optional<LocalDate> birth) {
        if (expected.isBefore(times.today().minusDays(MOST_DAYS_OVERDUE))) {
            findings.fault(place, RuleCode.TOO_LONG_AGO, "May be at most " + MOST_DAYS_OVERDUE + " days past.");
        } else if (expected.isAfter(times.today().plusDays(MOST_DAYS_AHEAD))) {
            findings.warning(place, RuleCode.UNLIKELY, "Is more than " + MOST_DAYS_AHEAD + " days ahead.");
        } else if (birth.filter(born -> born.plusDays(MOST_DAYS_EARLY).isBefore(expected))
                .isPresent()) {
            findings.warning(place, RuleCode.DISAGREES, "Is far from the date of birth.");
        }
    }

    private void check(Chi chi, Place place, Place child) {
        Optional<LocalDate> birth = child.member("dateOfBirth").date();
        if (!chi.hasRightCheckDigit()) {
            findings.fault(place, RuleCode.CHECK_DIGIT, "The check digit is not right.");
        } else if (birth.filter(date -> !chi.agreesWith(date)).isPresent()) {
            findings.fault(place, RuleCode.DISAGREES, "Does not agree with the date of birth.");
        } else if (child.member("sex").text().filter(chi::speaksAgainst).isPresent()) {
            findings.warning(place, RuleCode.DISAGREES, "The ninth digit does not agree with the sex.");
        } else if (!child.member("dateOfBirth").isThere()
                && child.member("expectedDateOfBirth").isThere()) {
            findings.warning(place, RuleCode.DISAGREES, "A child who is not born yet has no CHI.");
        }
    }

    private void warnOfTheSame(String number, Place children) {
        Set<String> seen = new HashSet<>();
        for (Place child : children.items()) {
            Place place = child.member(number);
            if (place.text().filter(text -> !seen.add(text)).isPresent()) {
                findings.warning(place, RuleCode.DUPLICATE, "Another child of this referral has the same number.");
            }
        }
    }
}
