package scot.fort.intake.referral.web;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.Assert;

/**
 * Settings of intake.
 *
 * @param wards codes of the electoral wards that an address may name
 * @param safetyAdvice what to do now and whom to ring, at any hour; answered whenever somebody reports immediate danger
 */
@ConfigurationProperties("fort.intake")
record IntakeProperties(Set<String> wards, String safetyAdvice) {

    IntakeProperties {
        Assert.notEmpty(wards, "fort.intake.wards must name at least one ward");
        Assert.hasText(safetyAdvice, "fort.intake.safety-advice must say what to do in immediate danger");
    }
}
