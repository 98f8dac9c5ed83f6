package scot.fort.triage.matching;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one referral says of a child, as far as it tells who it is. Personal: it lives for the moment in which a fingerprint
 * is taken, and is kept nowhere.
 *
 * @param expectedDateOfBirth of an unborn child
 * @param phones of those who care for the child at home, not of people whose work it is
 */
public record Particulars(
        @Nullable String givenName,
        @Nullable String familyName,
        @Nullable String knownAs,
        @Nullable LocalDate dateOfBirth,
        @Nullable LocalDate expectedDateOfBirth,
        @Nullable AgeEstimate age,
        @Nullable String chi,
        @Nullable String scn,
        @Nullable Home home,
        List<String> phones) {

    /**
     * How old somebody took the child to be.
     *
     * @param years whole ones
     * @param on the day of which it was said
     */
    public record AgeEstimate(int years, LocalDate on) {}

    public Particulars {
        phones = List.copyOf(phones);
    }

    /** Names and dates must not get into a log. */
    @Override
    public String toString() {
        return "Particulars[...]";
    }
}
