package scot.fort.intake.referral.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import scot.fort.intake.referral.ErasureReason;
import scot.fort.intake.referral.ErrorReason;
import scot.fort.intake.referral.WithdrawalReason;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A code that the schema takes and the event does not know would be a defect found by a referrer. */
class SchemaCodesTests {

    private static final String EVENTS = "scot.fort.events.common.";

    @ParameterizedTest
    @CsvSource({
        "/properties/lane, Lane",
        "/properties/referrer/properties/role, ReferrerRole",
        "/properties/concerns/items/properties/code, ConcernCode",
        "/properties/concerns/items/properties/subject, ConcernSubject",
        "/properties/wellbeing/items, WellbeingIndicator",
        "/properties/supportRequested/items, SupportCode",
        "/properties/lawfulBasis/properties/article6, Article6",
        "/properties/lawfulBasis/properties/article9, Article9"
    })
    void areThoseOfTheEvents(String place, String event) throws ClassNotFoundException {
        List<String> known = Arrays.stream(Class.forName(EVENTS + event).getEnumConstants())
                .map(Object::toString)
                .filter(symbol -> !symbol.equals("UNKNOWN"))
                .toList();

        assertThat(codes("referral-form", place)).isEqualTo(known);
    }

    @Test
    void areThoseOfTheReasons() {
        assertThat(codes("withdraw-request", "/properties/reason")).isEqualTo(names(WithdrawalReason.values()));
        assertThat(codes("error-request", "/properties/reason")).isEqualTo(names(ErrorReason.values()));
        assertThat(codes("erasure-request", "/properties/reason")).isEqualTo(names(ErasureReason.values()));
    }

    private static List<String> codes(String schema, String place) {
        JsonNode document = new JsonMapper()
                .readTree(Objects.requireNonNull(
                        SchemaCodesTests.class.getResourceAsStream("/requests/" + schema + ".schema.json")));
        return document.at(place + "/enum")
                .valueStream()
                .map(JsonNode::stringValue)
                .toList();
    }

    private static List<String> names(Enum<?>[] reasons) {
        return Arrays.stream(reasons).map(Enum::name).toList();
    }
}
