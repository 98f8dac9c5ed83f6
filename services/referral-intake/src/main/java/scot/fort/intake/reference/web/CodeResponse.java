package scot.fort.intake.reference.web;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import scot.fort.intake.reference.Code;

/** A code of a set. @param effectiveTo the last day on which it may be used; absent while no end is known */
record CodeResponse(
        String code,
        String label,
        @Nullable String description,
        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo) {

    static CodeResponse of(Code code) {
        return new CodeResponse(
                code.code(), code.label(), code.description(), code.effectiveFrom(), code.effectiveTo());
    }
}
