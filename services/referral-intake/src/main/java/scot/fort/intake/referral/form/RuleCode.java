package scot.fort.intake.referral.form;

import java.util.Locale;
import scot.fort.platform.web.problem.FieldFault;

/** The stable codes of what the rules find, beside those of the schemas; reference data says what each means. */
public enum RuleCode {
    REQUIRED,
    UNKNOWN_CODE,
    OUT_OF_RANGE,
    TOO_LARGE,
    DUPLICATE,
    IN_THE_FUTURE,
    TOO_LONG_AGO,
    CHECK_DIGIT,
    DISAGREES,
    /** Of warnings only. */
    UNLIKELY,
    CONSENT_REQUIRED,
    UNRESOLVED_REF;

    /** As it is answered. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public FieldFault at(String pointer, String message) {
        return new FieldFault(pointer, code(), message);
    }
}
