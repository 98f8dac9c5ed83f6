package scot.fort.intake.referral.form;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A Community Health Index number: six digits of the date of birth (ddMMyy), three of a serial number of which the last is
 * odd for a man and even for a woman, and a check digit (modulus 11, as NHS Scotland's data dictionary defines it).
 *
 * @param digits ten of them
 */
record Chi(String digits) {

    private static final Pattern TEN_DIGITS = Pattern.compile("[0-9]{10}");
    private static final DateTimeFormatter BIRTHDAY = DateTimeFormatter.ofPattern("ddMMuu");

    /** Empty when the text is no ten digits. */
    static Optional<Chi> of(String text) {
        return TEN_DIGITS.matcher(text).matches() ? Optional.of(new Chi(text)) : Optional.empty();
    }

    /** A remainder that would need the check digit 10 is never issued. */
    boolean hasRightCheckDigit() {
        int sum = 0;
        for (int place = 0; place < 9; place++) {
            sum += digit(place) * (10 - place);
        }
        return (11 - sum % 11) % 11 == digit(9);
    }

    boolean agreesWith(LocalDate birth) {
        return digits.startsWith(BIRTHDAY.format(birth));
    }

    /** Whether its ninth digit speaks against a sex; only {@code FEMALE} and {@code MALE} can be spoken against. */
    boolean speaksAgainst(String sex) {
        boolean odd = digit(8) % 2 == 1;
        return sex.equals("FEMALE") && odd || sex.equals("MALE") && !odd;
    }

    private int digit(int place) {
        return digits.charAt(place) - '0';
    }
}
