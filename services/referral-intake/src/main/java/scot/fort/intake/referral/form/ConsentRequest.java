package scot.fort.intake.referral.form;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Consent given late, or withdrawn. @param by reference of a person within the referral */
public record ConsentRequest(
        boolean given, String by, Instant at, @Nullable String text) {}
