package scot.fort.intake.referral.form;

import org.jspecify.annotations.Nullable;

/** A manager forbids the erasure of a referral. @param text why, for those who lift it */
public record LegalHoldRequest(@Nullable String text) {}
