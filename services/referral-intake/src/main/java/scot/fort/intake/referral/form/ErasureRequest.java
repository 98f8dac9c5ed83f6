package scot.fort.intake.referral.form;

import scot.fort.intake.referral.ErasureReason;

/** Somebody asks that what is personal in a referral be erased. */
public record ErasureRequest(ErasureReason reason) {}
