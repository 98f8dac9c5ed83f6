package scot.fort.intake.referral.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import scot.fort.intake.reference.Code;

class IntakePropertiesTests {

    @Test
    void readsWardsWithTheirDays() {
        IntakeProperties properties = bound(Map.of(
                "wards[0].code", "OLD",
                "wards[0].label", "Old Town",
                "wards[0].effectiveTo", "2027-05-05",
                "wards[1].code", "NEW",
                "wards[1].label", "New Town",
                "wards[1].effective-from", "2027-05-06"));

        assertThat(properties.wardCodes().codes())
                .containsExactly(
                        new Code("OLD", "Old Town", null, LocalDate.parse("2026-01-01"), LocalDate.parse("2027-05-05")),
                        new Code("NEW", "New Town", null, LocalDate.parse("2027-05-06"), null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "code | LOCHEE | fort.intake.wards: code LOCHEE has no label",
                "label | Lochee | fort.intake.wards: a code is missing"
            })
    void namesTheWardThatIsNotAsItMustBe(String member, String value, String message) {
        assertThatThrownBy(() -> bound(Map.of("wards[0]." + member, value))).hasStackTraceContaining(message);
    }

    @Test
    void takesNoWardTwiceOnTheSameDay() {
        assertThatThrownBy(() -> bound(Map.of(
                        "wards[0].code", "LOCHEE",
                        "wards[0].label", "Lochee",
                        "wards[1].code", "LOCHEE",
                        "wards[1].label", "Lochee West",
                        "wards[1].effectiveFrom", "2027-01-01")))
                .hasStackTraceContaining("fort.intake.wards: code LOCHEE is there twice on the same day");
    }

    private static IntakeProperties bound(Map<String, String> wards) {
        Map<String, String> settings = new HashMap<>();
        wards.forEach((name, value) -> settings.put("fort.intake." + name, value));
        settings.put("fort.intake.safety-advice", "Ring 999.");
        return new Binder(new MapConfigurationPropertySource(settings))
                .bind("fort.intake", IntakeProperties.class)
                .get();
    }
}
