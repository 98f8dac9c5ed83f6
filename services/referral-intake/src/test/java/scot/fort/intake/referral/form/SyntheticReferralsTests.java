package scot.fort.intake.referral.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import scot.fort.intake.referral.SyntheticReferrals;
import scot.fort.platform.web.problem.FieldFault;
import tools.jackson.databind.JsonNode;

/** Every line of the synthetic data, judged at noon on 25 November 2026. */
class SyntheticReferralsTests {

    static Stream<JsonNode> valid() {
        return SyntheticReferrals.valid().stream();
    }

    static Stream<JsonNode> invalid() {
        return SyntheticReferrals.invalid().stream();
    }

    @Test
    void knowsAllSyntheticReferrals() {
        assertThat(valid()).hasSize(240);
        assertThat(invalid()).hasSize(66);
    }

    @ParameterizedTest
    @MethodSource("valid")
    void acceptsEverySyntheticReferralThatIsRight(JsonNode line) {
        assertThat(Judge.faults(line.get("body"))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void refusesEverySyntheticReferralThatIsWrongAndSaysWhere(JsonNode line) {
        assertThat(Judge.faults(line.get("body")))
                .as(line.get("why").stringValue())
                .extracting(FieldFault::pointer)
                .contains(line.get("pointer").stringValue());
    }
}
