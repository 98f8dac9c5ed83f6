package scot.fort.intake.referral.form;

import org.jspecify.annotations.Nullable;
import scot.fort.intake.referral.ErrorReason;

/** A manager marks a referral as entered in error. */
public record ErrorRequest(ErrorReason reason, @Nullable String text) {}
