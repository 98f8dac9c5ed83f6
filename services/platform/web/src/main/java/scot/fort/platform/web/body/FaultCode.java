package scot.fort.platform.web.body;

import scot.fort.platform.web.problem.FieldFault;

/** The stable codes of what can be wrong with one member of a body. */
enum FaultCode {
    REQUIRED("required"),
    UNKNOWN_FIELD("unknown-field"),
    UNKNOWN_CODE("unknown-code"),
    WRONG_TYPE("wrong-type"),
    TOO_LONG("too-long"),
    TOO_SHORT("too-short"),
    TOO_MANY("too-many"),
    TOO_FEW("too-few"),
    DUPLICATE("duplicate"),
    OUT_OF_RANGE("out-of-range"),
    BAD_FORMAT("bad-format");

    private final String code;

    FaultCode(String code) {
        this.code = code;
    }

    FieldFault at(String pointer, String message) {
        return new FieldFault(pointer, code, message);
    }
}
