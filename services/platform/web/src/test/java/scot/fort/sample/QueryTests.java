package scot.fort.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;

/** Parameters that nobody would read. */
@ExtendWith(OutputCaptureExtension.class)
class QueryTests extends SampleServiceTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "?", "?ward=a&kind=b&limit=1", "?&kind=&", "?w%61rd=a", "?ward=a,b"})
    void takesWhatTheMethodTakes(String query) throws Exception {
        assertThat(send(as("/v1/wards" + query, "SCREENER").build()).statusCode())
                .isEqualTo(200);
    }

    @Test
    void readsEachOfARepeatedParameterWhereTheMethodTakesMany() throws Exception {
        var wards = json(send(as("/v1/wards?ward=b&kind=x&ward=a", "SCREENER").build()));

        assertThat(wards).extracting(JsonNode::stringValue).containsExactly("a", "b");
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/wards?Ward=a, /Ward unknown-field",
        "/v1/wards?sort=a, /sort unknown-field",
        "/v1/wards?kind=a&kind=a, /kind duplicate",
        "/v1/items?limit=1&limit=2, /limit duplicate",
        "/v1/items?cursor=&cursor=, /cursor duplicate",
        "/v1/since?updatedSince=2026-11-20T10:00:00Z&updatedSince=x, /updatedSince duplicate",
        "/v1/caller?dryrun, /dryrun unknown-field",
        "/v1/caller?a%2Fb~=1, /a~1b~0 unknown-field",
    })
    void refusesWhatWouldBePassedOver(String path, String fault) throws Exception {
        assertThat(faults(send(as(path, "SCREENER").build()))).containsExactly(fault);
    }

    @Test
    void namesAllThatIsWrong() throws Exception {
        var response =
                send(as("/v1/wards?x=1&kind=a&kind=b&limit=1&y=2", "SCREENER").build());

        assertThat(faults(response)).containsExactly("/x unknown-field", "/kind duplicate", "/y unknown-field");
    }

    @Test
    void cutsANameThatIsTooLong() throws Exception {
        assertThat(faults(send(as("/v1/caller?" + "n".repeat(1_001)).build()))).containsExactly(" unknown-field");
    }

    @Test
    void firstAsksWhoIsThere() throws Exception {
        assertThat(send(anonymous("/v1/wards?x=1").build()).statusCode()).isEqualTo(401);
        assertThat(send(as("/v1/wards?x=1", "REFERRER").build()).statusCode()).isEqualTo(403);
    }

    @Test
    void readsNoBodyThatHasParametersOfNoUse() throws Exception {
        assertThat(faults(send(post("/v1/visits?x=1", "no JSON")))).containsExactly("/x unknown-field");
    }

    @Test
    void logsNoNameAndRepeatsNoValue(CapturedOutput output) throws Exception {
        var response =
                send(as("/v1/caller?" + PLANTED + "=1&x=" + PLANTED + PLANTED).build());

        assertThat(faults(response)).containsExactly("/" + PLANTED + " unknown-field", "/x unknown-field");
        assertThat(response.body()).doesNotContain(PLANTED + PLANTED);
        assertThat(output).doesNotContain(PLANTED);
    }

    private static List<String> faults(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(422);
        return json(response)
                .get("errors")
                .valueStream()
                .map(fault -> fault.get("pointer").stringValue() + " "
                        + fault.get("code").stringValue())
                .toList();
    }
}
