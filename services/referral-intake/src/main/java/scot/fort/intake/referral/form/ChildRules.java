package scot.fort.intake.referral.form;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The rules of one child. */
final class ChildRules {

    private static final String DISAGREES = "disagrees";
    private static final int MOST_DAYS_OVERDUE = 42;

    private final Set<String> wards;
    private final LocalDate today;
    private final Findings findings;

    ChildRules(Set<String> wards, LocalDate today, Findings findings) {
        this.wards = wards;
        this.today = today;
        this.findings = findings;
    }

    void check(Place child) {
        if (child.isObject()
                && !child.member("dateOfBirth").isThere()
                && !child.member("expectedDateOfBirth").isThere()
                && !child.member("ageEstimate").isThere()) {
            findings.fault(
                    child, "required", "A date of birth, an expected one or an estimate of the age is required.");
        }
        checkDatesAndIdentifiers(child);
    }

    /** What holds for a child and for a correction of one. */
    void checkDatesAndIdentifiers(Place child) {
        Place birth = child.member("dateOfBirth");
        if (birth.date().filter(date -> date.isAfter(today)).isPresent()) {
            findings.fault(birth, "in-the-future", "Must not be in the future.");
        }
        Place expected = child.member("expectedDateOfBirth");
        LocalDate earliest = today.minusDays(MOST_DAYS_OVERDUE);
        if (expected.date().filter(date -> date.isBefore(earliest)).isPresent()) {
            findings.fault(expected, "too-long-ago", "May be at most " + MOST_DAYS_OVERDUE + " days past.");
        }
        Place chi = child.member("chi");
        chi.text().flatMap(Chi::of).ifPresent(number -> check(number, chi, child, birth.date()));
        Place ward = child.member("address").member("ward");
        if (ward.text().filter(code -> !wards.contains(code)).isPresent()) {
            findings.fault(ward, "unknown-code", "Must be one of: " + String.join(", ", new TreeSet<>(wards)) + ".");
        }
    }

    private void check(Chi chi, Place place, Place child, Optional<LocalDate> birth) {
        if (!chi.hasRightCheckDigit()) {
            findings.fault(place, "check-digit", "The check digit is not right.");
        } else if (birth.filter(date -> !chi.agreesWith(date)).isPresent()) {
            findings.fault(place, DISAGREES, "Does not agree with the date of birth.");
        } else if (child.member("sex").text().filter(chi::speaksAgainst).isPresent()) {
            findings.warning(place, DISAGREES, "The ninth digit does not agree with the sex.");
        }
    }
}
