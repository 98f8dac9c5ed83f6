package scot.fort.intake.reference;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A code and what it means, for as long as it is effective.
 *
 * @param label a few plain words, for a list to choose from
 * @param description a sentence, where the label does not say enough
 * @param effectiveFrom the first day, in Europe/London
 * @param effectiveTo the last day; none while no end is known
 */
public record Code(
        String code,
        String label,
        @Nullable String description,
        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo) {

    /** The codes that say nothing else are effective from here on. */
    private static final LocalDate FIRST_DAY = LocalDate.parse("2026-01-01");

    /** @throws IllegalArgumentException when it lacks a label, or ends before it begins */
    public Code {
        if (code.isBlank()) {
            throw new IllegalArgumentException("a code is missing");
        }
        if (label.isBlank()) {
            throw new IllegalArgumentException("code " + code + " has no label");
        }
        if (effectiveTo != null && effectiveTo.isBefore(effectiveFrom)) {
            throw new IllegalArgumentException("code " + code + " ends before it begins");
        }
    }

    /** Of parts that may have been left out. */
    public static Code of(
            @Nullable String code,
            @Nullable String label,
            @Nullable String description,
            @Nullable LocalDate effectiveFrom,
            @Nullable LocalDate effectiveTo) {
        return new Code(
                code == null ? "" : code,
                label == null ? "" : label,
                description,
                effectiveFrom == null ? FIRST_DAY : effectiveFrom,
                effectiveTo);
    }

    boolean isEffectiveOn(LocalDate day) {
        return !day.isBefore(effectiveFrom) && (effectiveTo == null || !day.isAfter(effectiveTo));
    }

    boolean overlaps(Code other) {
        return code.equals(other.code) && (isEffectiveOn(other.effectiveFrom) || other.isEffectiveOn(effectiveFrom));
    }
}
