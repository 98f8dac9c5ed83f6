package scot.fort.triage.screening;

import java.time.LocalDate;
import java.util.List;

/** The first priority of a referral, by the rules of the day of its receipt. A person may rate it otherwise. */
public final class RatingPolicy {

    private final Versions<RatingRules> versions;

    /** @param versions at least one; the earliest also hold for what was received before them */
    public RatingPolicy(List<RatingRules> versions) {
        this.versions = new Versions<>(versions);
    }

    RatingRules.Verdict on(Receipt receipt, LocalDate received) {
        return versions.inForceOn(received).on(receipt);
    }
}
