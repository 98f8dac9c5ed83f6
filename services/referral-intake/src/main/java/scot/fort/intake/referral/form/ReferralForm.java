package scot.fort.intake.referral.form;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import scot.fort.intake.referral.Particulars;
import scot.fort.intake.referral.Source;
import scot.fort.platform.lifecycle.Lane;

/**
 * A referral as it is sent, in clear and in memory only. Codes are texts here: the schema has checked them, and only the
 * event gives them a type.
 */
public record ReferralForm(
        Lane lane,
        Source source,
        Referrer referrer,
        List<ChildForm> children,
        @Nullable List<Adult> adults,
        @Nullable List<Concern> concerns,
        @Nullable List<String> wellbeing,
        @Nullable List<String> supportRequested,
        String narrative,
        @Nullable Views views,
        @Nullable Boolean immediateDanger,
        @Nullable Boolean restricted,
        LawfulBasis lawfulBasis,
        Instant occurredAt,
        @Nullable Map<String, Object> extensions) {

    public record Referrer(
            String name,
            String role,
            String email,
            @Nullable String phone) {}

    public record Adult(
            String ref,
            @Nullable String givenName,
            @Nullable String familyName,
            @Nullable String relationship,
            @Nullable Boolean parentalResponsibility,
            @Nullable String phone,
            @Nullable String contactSafety) {}

    public record Concern(
            String code, String subject, @Nullable String about) {}

    public record Views(@Nullable String child, @Nullable String parentCarer) {}

    public record LawfulBasis(
            String article6,
            @Nullable String article9,
            @Nullable Boolean familyInformed,
            @Nullable Consent consent) {}

    public record Consent(
            boolean given, @Nullable String by, @Nullable Instant at) {}

    /** References of all children and adults. */
    public Set<String> people() {
        Set<String> refs = new LinkedHashSet<>();
        children.forEach(child -> refs.add(child.ref()));
        orNone(adults).forEach(adult -> refs.add(adult.ref()));
        return refs;
    }

    /** What of it may be said in clear. */
    public Particulars particulars(LocalDate receivedOn) {
        return new Particulars(
                lane,
                occurredAt,
                referrer.role(),
                children.stream().map(child -> child.inBrief(receivedOn)).toList(),
                orNone(concerns).stream()
                        .map(concern -> new Particulars.Concern(concern.code(), concern.subject(), concern.about()))
                        .toList(),
                orNone(wellbeing).stream().distinct().toList(),
                orNone(supportRequested).stream().distinct().toList(),
                Boolean.TRUE.equals(immediateDanger),
                Boolean.TRUE.equals(restricted),
                basis());
    }

    private Particulars.LawfulBasis basis() {
        Consent consent = lawfulBasis.consent();
        return new Particulars.LawfulBasis(
                lawfulBasis.article6(),
                lawfulBasis.article9(),
                lawfulBasis.familyInformed(),
                consent == null ? null : consent.given(),
                consent == null ? null : consent.by(),
                consent == null ? null : consent.at());
    }

    /** The list, or an empty one where it was left out. */
    public static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
