package scot.fort.intake.referral;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import scot.fort.platform.lifecycle.Lane;

/**
 * What a referral says in clear: codes and times, as the HTTP contract names them.
 *
 * @param occurredAt when what is reported happened
 * @param restricted visible to nobody without a grant
 */
public record Particulars(
        Lane lane,
        Instant occurredAt,
        String referrerRole,
        List<ChildInBrief> children,
        List<Concern> concerns,
        List<String> wellbeing,
        List<String> supportRequested,
        boolean immediateDanger,
        boolean restricted,
        LawfulBasis lawfulBasis) {

    /**
     * A code and its subject.
     *
     * @param about reference of a person within the referral
     */
    public record Concern(
            String code, String subject, @Nullable String about) {}

    /**
     * Why the information may be shared.
     *
     * @param consentBy reference of a person within the referral
     */
    public record LawfulBasis(
            String article6,
            @Nullable String article9,
            @Nullable Boolean familyInformed,
            @Nullable Boolean consentGiven,
            @Nullable String consentBy,
            @Nullable Instant consentAt) {}
}
