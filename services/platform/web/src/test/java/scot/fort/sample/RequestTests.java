package scot.fort.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTests extends SampleServiceTest {

    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    @Test
    void echoesTheSendersIdentifiers() throws Exception {
        var response = send(as("/v1/context")
                .header("X-Request-Id", "r-1")
                .header("X-Correlation-Id", "c-1")
                .header("traceparent", TRACE)
                .build());

        assertThat(response.headers().firstValue("X-Request-Id")).hasValue("r-1");
        assertThat(response.headers().firstValue("X-Correlation-Id")).hasValue("c-1");
        assertThat(json(response).get("traceparent").stringValue()).isEqualTo(TRACE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5f0f3c1e-7f0b-4bb0-9a43-0d8a3a1b2c4d",
                "4bf92f3577b34da6a3ce929d0e0e4736",
                "01JD9Z6Q3M8Y2T5V7W9X1B3C5D"
            })
    void knowsARequestByTheRandomIdOfItsSender(String id) throws Exception {
        var response = send(as("/v1/context").header("X-Request-Id", id).build());

        assertThat(response.headers().firstValue("X-Log-Id")).hasValue(id);
        assertThat(json(response).get("requestId").stringValue()).isEqualTo(id);
        assertThat(json(response).get("correlationId").stringValue()).isEqualTo(id);
    }

    @Test
    void knowsARequestByAnIdOfItsOwnWhereTheSendersCouldBeAName() throws Exception {
        var response = send(as("/v1/context")
                .header("X-Request-Id", PLANTED)
                .header("X-Correlation-Id", PLANTED)
                .build());

        var known = json(response).get("requestId").stringValue();
        assertThat(UUID.fromString(known)).isNotNull();
        assertThat(json(response).get("correlationId").stringValue()).isEqualTo(known);
        assertThat(response.headers().firstValue("X-Log-Id")).hasValue(known);
        assertThat(response.headers().firstValue("X-Request-Id")).hasValue(PLANTED);
    }

    @Test
    void makesIdentifiersWhereNoneOrUnusableOnesWereSent() throws Exception {
        var response = send(as("/v1/context")
                .header("X-Request-Id", "x".repeat(65))
                .header("traceparent", "nonsense")
                .build());

        var requestId = response.headers().firstValue("X-Request-Id").orElseThrow();
        assertThat(UUID.fromString(requestId)).isNotNull();
        assertThat(response.headers().firstValue("X-Correlation-Id")).hasValue(requestId);
        assertThat(json(response).has("traceparent")).isFalse();
    }

    @Test
    void identifiesAlsoWhatItRefuses() throws Exception {
        assertThat(send(anonymous("/v1/context").build()).headers().firstValue("X-Request-Id"))
                .isPresent();
    }

    @Test
    void answersTimesInUtcWithMilliseconds() throws Exception {
        assertThat(json(send(as("/v1/screeners", "SCREENER").build())).get("at").stringValue())
                .isEqualTo("2026-11-20T10:00:00.000Z");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {"-|428", "\"7\"|204", "*|204", "\"6\", \"7\"|204", "\"6\"|412", "W/\"7\"|412", "7|412", "''|412"})
    void requiresThePresentVersionForACommand(String ifMatch, int status) throws Exception {
        var request = as("/v1/items/" + UUID.randomUUID()).DELETE();
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }

        assertThat(send(request.build()).statusCode()).isEqualTo(status);
    }

    @Test
    void walksThroughAListPageByPage() throws Exception {
        var seen = new ArrayList<Integer>();
        var path = "/v1/items?limit=50";
        var pages = 0;
        for (var next = ""; next != null; pages++) {
            var page = json(send(as(path + next).build()));
            page.get("items").forEach(item -> seen.add(item.intValue()));
            assertThat(page.get("asOf").stringValue()).isEqualTo("2026-11-20T10:00:00.500Z");
            next = page.has("nextCursor") ? "&cursor=" + page.get("nextCursor").stringValue() : null;
        }

        assertThat(pages).isEqualTo(3);
        assertThat(seen).hasSize(120).isSorted().doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({
        "limit=201, /limit",
        "limit=many, /limit",
        "cursor=*, /cursor",
        "cursor=, /cursor",
        "cursor=Zm9yZWlnbg, /cursor"
    })
    void refusesALimitOrACursorThatIsNone(String query, String pointer) throws Exception {
        var response = send(as("/v1/items?" + query).build());

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(json(response).at("/errors/0/pointer").stringValue()).isEqualTo(pointer);
    }

    @Test
    void refusesABodyBeyondTheLimitHoweverItIsSent() throws Exception {
        var large = "{\"note\": \"" + "n".repeat(256 * 1024) + "\"}";
        var chunked = as("/v1/visits", "REFERRER")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.fromPublisher(BodyPublishers.ofString(large)));

        assertThat(send(post("/v1/visits", large)).statusCode()).isEqualTo(413);
        assertThat(send(chunked.build()).statusCode()).isEqualTo(413);
    }

    @Test
    void refusesWhatIsNotJsonByItsName() throws Exception {
        var text = as("/v1/visits", "REFERRER")
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("{}"));
        var zipped = as("/v1/visits", "REFERRER")
                .header("Content-Type", "application/json")
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofString("{}"));

        assertThat(send(text.build()).statusCode()).isEqualTo(415);
        assertThat(send(text.build()).headers().firstValue("Accept")).hasValue("application/json");
        assertThat(send(zipped.build()).statusCode()).isEqualTo(415);
    }

    @Test
    void bindsAGoodBodyAndRefusesABadOneWithAllItsFaults() throws Exception {
        var good = send(post("/v1/visits", "{\"code\": \"HOME\", \"note\": \"fine\", \"count\": null}"));
        var bad = send(post("/v1/visits", "{\"code\": \"%s\", \"%s\": 1}".formatted(PLANTED, "other")));

        assertThat(good.statusCode()).isEqualTo(200);
        assertThat(bad.statusCode()).isEqualTo(422);
        assertThat(json(bad).get("errors").findValuesAsString("pointer"))
                .containsExactlyInAnyOrder("/code", "/note", "/other");
        assertThat(bad.body()).doesNotContain(PLANTED);
    }

    @Test
    void leavesABadBodyToTheMethodThatAsksForIt() throws Exception {
        assertThat(json(send(post("/v1/visits/checked", "{}"))).get("valid").booleanValue())
                .isFalse();
    }

    @Test
    void takesNoBodyForAnEmptyObjectWhereItIsOptional() throws Exception {
        var request = as("/v1/visits/next").POST(BodyPublishers.noBody()).build();

        assertThat(send(request).statusCode()).isEqualTo(200);
    }
}
