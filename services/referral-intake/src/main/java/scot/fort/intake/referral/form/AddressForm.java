package scot.fort.intake.referral.form;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where somebody lives. @param ward a code of the configuration */
public record AddressForm(
        @Nullable List<String> lines,
        @Nullable String postcode,
        @Nullable String ward) {}
