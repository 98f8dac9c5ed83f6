package scot.fort.intake.referral.form;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a referrer adds later. */
public record InformationRequest(
        String text,
        @Nullable List<Answer> answers,
        @Nullable List<CorrectionForm> corrections) {

    /** @param question as it was asked, where several were */
    public record Answer(@Nullable String question, String text) {}

    /** What is corrected of a child; what is left out stays as it was stated. */
    public record CorrectionForm(
            String ref,
            @Nullable LocalDate dateOfBirth,
            @Nullable LocalDate expectedDateOfBirth,
            @Nullable String chi,
            @Nullable String scn,
            @Nullable AddressForm address) {}
}
