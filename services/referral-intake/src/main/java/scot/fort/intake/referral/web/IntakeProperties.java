package scot.fort.intake.referral.web;

import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * Settings of intake.
 *
 * @param wards codes of the electoral wards that an address may name
 * @param safetyAdvice what to do now and whom to ring, at any hour; answered whenever somebody reports immediate danger
 * @param erasure how erasures are made final
 */
@ConfigurationProperties("fort.intake")
record IntakeProperties(
        Set<String> wards,
        String safetyAdvice,
        @DefaultValue Erasing erasure) {

    IntakeProperties {
        Assert.notEmpty(wards, "fort.intake.wards must name at least one ward");
        Assert.hasText(safetyAdvice, "fort.intake.safety-advice must say what to do in immediate danger");
    }

    /**
     * How erasures are made final.
     *
     * @param sweep how often erasures are looked for whose key a crash has left
     * @param revision how often it is looked whether a restore has brought back the key of any erasure there ever was
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
