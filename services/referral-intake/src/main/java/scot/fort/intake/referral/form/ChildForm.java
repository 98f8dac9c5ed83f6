package scot.fort.intake.referral.form;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import scot.fort.intake.referral.ChildInBrief;

/** A child, born or not, as the referrer describes them. */
public record ChildForm(
        String ref,
        @Nullable String givenName,
        @Nullable String familyName,
        @Nullable String knownAs,
        @Nullable LocalDate dateOfBirth,
        @Nullable LocalDate expectedDateOfBirth,
        @Nullable Integer ageEstimate,
        @Nullable String sex,
        @Nullable String chi,
        @Nullable String scn,
        @Nullable AddressForm address,
        @Nullable String establishment,
        @Nullable Boolean careExperienced,
        @Nullable List<String> languages,
        @Nullable String communicationNeeds) {

    ChildInBrief inBrief(LocalDate receivedOn) {
        return brief(
                ref,
                dateOfBirth,
                expectedDateOfBirth,
                ageEstimate,
                address == null ? null : address.ward(),
                receivedOn);
    }

    /** A child with only an expected date of birth is unborn, also when the date has just passed. */
    public static ChildInBrief brief(
            String ref,
            @Nullable LocalDate born,
            @Nullable LocalDate expected,
            @Nullable Integer ageEstimate,
            @Nullable String ward,
            LocalDate receivedOn) {
        Integer years = born == null ? ageEstimate : Integer.valueOf(years(born, receivedOn));
        return new ChildInBrief(ref, years, born == null && expected != null, ward);
    }

    /** None of a child who was born only after the referral was received. */
    private static int years(LocalDate born, LocalDate receivedOn) {
        return (int) Math.max(0, ChronoUnit.YEARS.between(born, receivedOn));
    }
}
