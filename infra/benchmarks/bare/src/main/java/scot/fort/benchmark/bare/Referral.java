package scot.fort.benchmark.bare;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import scot.fort.benchmark.bare.Codes.Article6;
import scot.fort.benchmark.bare.Codes.Article9;
import scot.fort.benchmark.bare.Codes.ConcernCode;
import scot.fort.benchmark.bare.Codes.ConcernSubject;
import scot.fort.benchmark.bare.Codes.Lane;
import scot.fort.benchmark.bare.Codes.ReferrerRole;
import scot.fort.benchmark.bare.Codes.Relationship;
import scot.fort.benchmark.bare.Codes.Sex;
import scot.fort.benchmark.bare.Codes.Support;
import scot.fort.benchmark.bare.Codes.Ward;
import scot.fort.benchmark.bare.Codes.Wellbeing;

/** The body of intake's {@code POST /v1/referrals}, with the same members and the same bound on each. */
public record Referral(
        @NotNull Lane lane,
        @NotNull @Valid Source source,
        @NotNull @Valid Referrer referrer,
        @NotEmpty @Size(max = 12) List<@NotNull @Valid Child> children,
        @Nullable @Size(max = 12) List<@NotNull @Valid Adult> adults,
        @Nullable @Size(max = 20) List<@NotNull @Valid Concern> concerns,
        @Nullable List<@NotNull Wellbeing> wellbeing,
        @Nullable List<@NotNull Support> supportRequested,
        @NotNull @Size(min = 1, max = 8000) String narrative,
        @Nullable @Valid Views views,
        @Nullable Boolean immediateDanger,
        @Nullable Boolean restricted,
        @NotNull @Valid LawfulBasis lawfulBasis,
        @NotNull @PastOrPresent Instant occurredAt,
        @Nullable Map<String, String> extensions) {

    private static final String REF = "[A-Za-z0-9_-]{1,20}";
    private static final String PHONE = "[0-9 +()-]{7,20}";

    public record Source(
            @NotNull @Pattern(regexp = "[A-Za-z0-9._-]{1,40}") String system,

            @NotNull @Size(min = 1, max = 100) String reference) {}

    public record Referrer(
            @NotNull @Size(min = 1, max = 200) String name,
            @NotNull ReferrerRole role,

            @NotNull @Size(max = 254) @Pattern(regexp = "[^@\\s]+@[^@\\s.]+(\\.[^@\\s.]+)+")
            String email,

            @Nullable @Pattern(regexp = PHONE) String phone) {}

    public record Child(
            @NotNull @Pattern(regexp = REF) String ref,
            @Nullable @Size(max = 100) String givenName,
            @Nullable @Size(max = 100) String familyName,
            @Nullable @Size(max = 100) String knownAs,
            @Nullable @PastOrPresent LocalDate dateOfBirth,
            @Nullable LocalDate expectedDateOfBirth,
            @Nullable @Min(0) @Max(25) Integer ageEstimate,
            @Nullable Sex sex,
            @Nullable @Pattern(regexp = "[0-9]{10}") String chi,
            @Nullable @Pattern(regexp = "[0-9]{9}") String scn,
            @Nullable @Valid Address address,
            @Nullable @Size(max = 200) String establishment,
            @Nullable Boolean careExperienced,
            @Nullable @Size(max = 10) List<@NotNull @Size(max = 35) String> languages,
            @Nullable @Size(max = 2000) String communicationNeeds) {}

    public record Address(
            @Nullable @Size(max = 6) List<@NotNull @Size(max = 200) String> lines,

            @Nullable @Pattern(regexp = "[A-Za-z]{1,2}[0-9][A-Za-z0-9]? ?[0-9][A-Za-z]{2}") String postcode,

            @Nullable Ward ward) {}

    public record Adult(
            @NotNull @Pattern(regexp = REF) String ref,
            @Nullable @Size(max = 100) String givenName,
            @Nullable @Size(max = 100) String familyName,
            @Nullable Relationship relationship,
            @Nullable Boolean parentalResponsibility,
            @Nullable @Pattern(regexp = PHONE) String phone,
            @Nullable @Size(max = 2000) String contactSafety) {}

    public record Concern(
            @NotNull ConcernCode code,
            @NotNull ConcernSubject subject,
            @Nullable @Pattern(regexp = REF) String about) {}

    public record Views(
            @Nullable @Size(max = 4000) String child,
            @Nullable @Size(max = 4000) String parentCarer) {}

    public record LawfulBasis(
            @NotNull Article6 article6,
            @Nullable Article9 article9,
            @Nullable Boolean familyInformed,
            @Nullable @Valid Consent consent) {}

    public record Consent(
            @NotNull Boolean given,
            @Nullable @Pattern(regexp = REF) String by,
            @Nullable @PastOrPresent Instant at) {}
}
