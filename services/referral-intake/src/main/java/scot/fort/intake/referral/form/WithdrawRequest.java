package scot.fort.intake.referral.form;

import org.jspecify.annotations.Nullable;
import scot.fort.intake.referral.WithdrawalReason;

/** The referrer takes a referral back. */
public record WithdrawRequest(
        WithdrawalReason reason, @Nullable String text) {}
