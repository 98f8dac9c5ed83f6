package scot.fort.triage.screening;

import java.time.LocalDate;
import java.util.List;

/**
 * How urgent a referral is by the rules of the day of its receipt: at first, and where what becomes known later makes more of
 * them fire. A person may rate it otherwise.
 */
public final class RatingPolicy {

    private final Versions<RatingRules> versions;

    /** @param versions at least one; the earliest also hold for what was received before them */
    public RatingPolicy(List<RatingRules> versions) {
        this.versions = new Versions<>(versions);
    }

    /** @param isBesideAnOpenOne whether a child is known to be one of an earlier referral that is still open */
    RatingRules.Verdict on(Receipt receipt, LocalDate received, boolean isBesideAnOpenOne) {
        return versions.inForceOn(received).on(receipt, isBesideAnOpenOne);
    }

    /** Why a rating is as it is, a sentence for each of its rules; none where their version is not kept any more. */
    public List<String> reasons(Rating rating) {
        return versions.all()
                .filter(rules -> rules.version().equals(rating.rulesVersion()))
                .findFirst()
                .map(rules -> rules.reasons(rating.rules()))
                .orElse(List.of());
    }
}
