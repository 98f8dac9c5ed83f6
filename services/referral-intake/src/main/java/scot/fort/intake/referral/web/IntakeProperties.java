package scot.fort.intake.referral.web;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.util.Assert;
import scot.fort.intake.reference.Code;
import scot.fort.intake.reference.CodeSet;

/**
 * Settings of intake.
 *
 * @param wards the electoral wards that an address may name
 * @param safetyAdvice what to do now and whom to ring, at any hour; answered whenever somebody reports immediate danger
 * @param erasure how erasures are made final
 */
@ConfigurationProperties("fort.intake")
record IntakeProperties(
        List<Ward> wards, String safetyAdvice, @DefaultValue Erasing erasure) {

    IntakeProperties {
        Assert.notEmpty(wards, "fort.intake.wards must name at least one ward");
        Assert.hasText(safetyAdvice, "fort.intake.safety-advice must say what to do in immediate danger");
        codes(wards);
    }

    /**
     * An electoral ward. One whose boundaries change ends, and another begins.
     *
     * @param effectiveFrom the first day on which an address may name it; none when it was there before FORT
     * @param effectiveTo the last such day; none while no end is known
     */
    record Ward(
            @Nullable String code,
            @Nullable String label,

            @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
            LocalDate effectiveFrom,

            @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
            LocalDate effectiveTo) {}

    /** The wards, as everybody may ask for them. */
    CodeSet wardCodes() {
        return codes(wards);
    }

    private static CodeSet codes(List<Ward> wards) {
        try {
            return new CodeSet(
                    "wards",
                    "Wards",
                    "The electoral wards of the area.",
                    wards.stream()
                            .map(ward ->
                                    Code.of(ward.code(), ward.label(), null, ward.effectiveFrom(), ward.effectiveTo()))
                            .toList());
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException("fort.intake.wards: " + wrong.getMessage(), wrong);
        }
    }

    /**
     * How erasures are made final.
     *
     * @param sweep how often erasures are looked for whose key is not destroyed yet, as after a crash
     * @param revision how often the keys of all erasures are looked for, since a restore may have brought some back
     */
    record Erasing(
            @DefaultValue("30s") Duration sweep,
            @DefaultValue("24h") Duration revision) {

        Erasing {
            Assert.isTrue(sweep.toSeconds() >= 1, "fort.intake.erasure.sweep must be at least 1s");
            Assert.isTrue(revision.toMinutes() >= 1, "fort.intake.erasure.revision must be at least 1m");
        }
    }
}
