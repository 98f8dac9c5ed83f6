package scot.fort.intake.referral.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import scot.fort.platform.testing.RealStack;
import scot.fort.platform.testing.Traces;
import tools.jackson.databind.node.ObjectNode;

/** What is personal in a batch, in right places and in wrong ones, is in no answer, no log line and no document in clear. */
@ExtendWith(OutputCaptureExtension.class)
class BatchSecrecyTests extends BatchServiceTest {

    private static final String PLANTED = "Qwyplanted";

    private static final String NAMES =
            "idempotencyKey,lane,source.system,source.reference,referrer.name,referrer.role,"
                    + "referrer.email,children.1.ref,children.1.givenName,children.1.dateOfBirth,supportRequested,narrative,"
                    + "lawfulBasis.article6,occurredAt,extensions.note";

    @Autowired
    MongoClient mongo;

    @Test
    void leavesNothingPersonalInClear(CapturedOutput log) {
        ObjectNode referral = aReferral().put("narrative", PLANTED);
        ((ObjectNode) referral.at("/children/0")).put("givenName", PLANTED);
        String row = String.join(
                ",",
                aKey(),
                "FAMILY_SUPPORT",
                "seemis",
                aKey(),
                PLANTED,
                "TEACHER",
                "a@b.example",
                "c1",
                PLANTED,
                "2015-03-09",
                "PARENTING",
                PLANTED,
                "PUBLIC_TASK",
                "2026-11-20T10:30:00Z",
                PLANTED);

        String told = Stream.of(
                        batch(NDJSON, line(aKey(), referral)),
                        batch(NDJSON, line(PLANTED + " two words", referral)),
                        batch(NDJSON, "{\"referral\": {\"narrative\": \"" + PLANTED + "\\x\"}}"),
                        batch(NDJSON, "{\"referral\": \"" + PLANTED + "\", \"Name: " + PLANTED + "\": 1}"),
                        batch(
                                NDJSON,
                                line(aKey(), aReferral().put("lane", PLANTED).put("occurredAt", PLANTED))),
                        batch(NDJSON, "\"" + PLANTED.repeat(30_000)),
                        batch(CSV, NAMES + "\n" + row),
                        batch(
                                CSV,
                                NAMES + "\n"
                                        + row.replace("FAMILY_SUPPORT", PLANTED).replace("c1", PLANTED + "!")),
                        batch(CSV, NAMES + "\n" + row + "," + PLANTED),
                        batch(CSV, NAMES + "\n\"" + PLANTED + "\" " + PLANTED + ",\n\"" + PLANTED),
                        batch(CSV, NAMES + ",phone\n" + row + "," + PLANTED),
                        batch(CSV, NAMES + ",What is wrong with " + PLANTED + "?\n" + row),
                        batch(CSV, PLANTED + " " + PLANTED + "\n"),
                        batch(
                                CSV,
                                BodyPublishers.ofByteArray(
                                        (NAMES + "\n" + row + "\u00e9").getBytes(StandardCharsets.ISO_8859_1))))
                .map(request -> send(request).body())
                .reduce("", String::concat);

        assertThat(told).contains("\"status\":201", "/phone", "/16", "malformed-json", "too-large", "too-many");
        assertThat(told).doesNotContain(PLANTED);
        Traces traces = new Traces()
                .ofDatabase(mongo.getDatabase(PREFIX + "_intake"))
                .ofTopics(RealStack.addresses().kafka(), topic -> topic.equals(PREFIX + ".intake.v1"))
                .ofLog(log);
        assertThat(traces.places()).isNotEmpty();
        assertThat(List.of(PLANTED))
                .allSatisfy(secret -> assertThat(traces.placesOf(secret)).isEmpty());
    }
}
