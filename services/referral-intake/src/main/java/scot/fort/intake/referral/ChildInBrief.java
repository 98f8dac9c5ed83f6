package scot.fort.intake.referral;

import org.jspecify.annotations.Nullable;

/**
 * What may be said of a child in clear.
 *
 * @param ref the child's reference within the referral
 * @param ageYears whole years on the day of receipt, Europe/London
 * @param ward a code of the configuration
 */
public record ChildInBrief(
        String ref,
        @Nullable Integer ageYears,
        boolean unborn,
        @Nullable String ward) {}
