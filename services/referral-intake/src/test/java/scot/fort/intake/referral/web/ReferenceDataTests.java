package scot.fort.intake.referral.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scot.fort.platform.testing.Answer;
import scot.fort.platform.testing.Call;
import scot.fort.platform.web.security.Role;
import tools.jackson.databind.JsonNode;

class ReferenceDataTests extends IntakeServiceTest {

    private static final List<String> WARDS = List.of(
            "STRATHMARTINE", "LOCHEE", "WEST_END", "COLDSIDE", "MARYFIELD", "NORTH_EAST", "EAST_END", "THE_FERRY");

    @Test
    void tellsTheCodesOfASetWithTheirLabels() {
        Answer lanes = ask("/lanes").get().expect(200);

        assertThat(lanes.json().propertyNames()).containsExactly("items", "asOf");
        assertThat(lanes.text("asOf")).startsWith("2026-11-25T12:");
        assertThat(lanes.json().at("/items")).hasSize(2);
        JsonNode first = lanes.json().at("/items/0");
        assertThat(first.propertyNames()).containsExactly("code", "label", "description", "effectiveFrom");
        assertThat(first.get("code").stringValue()).isEqualTo("FAMILY_SUPPORT");
        assertThat(first.get("label").stringValue()).isEqualTo("Family support");
        assertThat(first.get("effectiveFrom").stringValue()).isEqualTo("2026-01-01");
    }

    @Test
    void tellsTheWardsOfTheConfiguration() {
        Answer wards = ask("/wards").get().expect(200);

        assertThat(values(wards, "code")).isEqualTo(WARDS);
        assertThat(values(wards, "label")).contains("The Ferry", "Strathmartine");
    }

    @Test
    void tellsWhatCanComeOfAReferralInTheWordsThatReferrersRead() {
        assertThat(values(ask("/outcomes").get().expect(200), "code")).contains("ADVICE_SIGNPOST", "SUPPORT_COMPLETED");
    }

    /** Each of them can be asked for. */
    @Test
    void listsItsSets() {
        Answer sets = ask("").get().expect(200);

        assertThat(values(sets, "name"))
                .contains("concern-codes", "wards", "outcomes", "fault-codes", "erasure-reasons")
                .isSorted();
        for (String path : values(sets, "href")) {
            Answer set = call(path).as(auditor()).get().expect(200);
            assertThat(set.json().at("/items")).isNotEmpty();
            assertThat(values(set, "label")).doesNotContain("");
        }
    }

    @Test
    void tellsWhatIsEffectiveOnAnotherDay() {
        assertThat(values(ask("/lanes?at=2025-12-31").get().expect(200), "code"))
                .isEmpty();
        assertThat(values(ask("/lanes?at=2027-01-01").get().expect(200), "code"))
                .hasSize(2);
        Answer refused = ask("/lanes?at=tomorrow").get().expect(422);
        assertThat(refused.json().at("/errors/0/pointer").stringValue()).isEqualTo("/at");
    }

    @Test
    void costsAPollerLittle() {
        Answer first = ask("/concern-codes").get().expect(200);
        assertThat(first.header("Cache-Control")).isEqualTo("max-age=300, private");
        assertThat(first.etag()).startsWith("W/\"");

        Answer again =
                ask("/concern-codes").with("If-None-Match", first.etag()).get().expect(304);
        assertThat(again.body()).isEmpty();
        assertThat(again.etag()).isEqualTo(first.etag());
        ask("/concern-subjects").with("If-None-Match", first.etag()).get().expect(200);
        ask("/concern-codes?limit=5").with("If-None-Match", first.etag()).get().expect(200);
    }

    @Test
    void givesPagesLikeEveryList() {
        Answer whole = ask("/concern-codes").get().expect(200);
        Answer first = ask("/concern-codes?limit=20").get().expect(200);
        Answer rest = ask("/concern-codes?limit=20&cursor=" + first.text("nextCursor"))
                .get()
                .expect(200);

        assertThat(Stream.concat(values(first, "code").stream(), values(rest, "code").stream()))
                .isEqualTo(values(whole, "code"));
        assertThat(rest.text("nextCursor")).isEmpty();
        ask("/concern-codes?limit=201").get().expect(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/planets", "/Lanes", "/lanes/FAMILY_SUPPORT", "/..%2Flanes"})
    void hasNothingElse(String path) {
        assertThat(ask(path).get().status()).isIn(400, 404);
        assertThat(ask("/planets").get().expect(404).text("code")).isEqualTo("not-found");
    }

    @Test
    void answersEverybodyWhoHasAToken() {
        for (Role role : Role.values()) {
            call("/v1/reference-data/roles")
                    .as(ISSUER.token("kim", "somewhere", role.name()))
                    .get()
                    .expect(200);
        }
        call("/v1/reference-data/roles").get().expect(401);
    }

    private Call ask(String rest) {
        return call("/v1/reference-data" + rest).as(auditor());
    }

    private static String auditor() {
        return ISSUER.token("ada", "council", "AUDITOR");
    }

    private static List<String> values(Answer answer, String member) {
        return answer.json()
                .at("/items")
                .valueStream()
                .map(item -> item.get(member).stringValue())
                .toList();
    }
}
