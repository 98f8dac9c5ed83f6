package scot.fort.intake.referral.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import scot.fort.events.content.ReferralContent;
import scot.fort.events.intake.ReferralReceived;
import scot.fort.platform.testing.Answer;
import tools.jackson.databind.JsonNode;

/** Rows of CSV, each answered as the same referral in JSON would be. */
class BatchCsvTests extends BatchServiceTest {

    private static final String NAMES =
            "idempotencyKey,lane,source.system,source.reference,referrer.name,referrer.role,"
                    + "referrer.email,children.1.ref,children.1.givenName,children.1.dateOfBirth,children.3.ref,"
                    + "children.3.ageEstimate,concerns.1.code,concerns.1.subject,narrative,immediateDanger,"
                    + "lawfulBasis.article6,occurredAt,extensions.note";

    private static String row(String reference, String birth, String age, String danger, String narrative) {
        return "%s,CHILD_PROTECTION_CONCERN,seemis,%s,Ann Example,TEACHER,ann@rosebank.example,c1,Isla,%s,c3,%s,NEGLECT,CHILD,%s,%s,PUBLIC_TASK,2026-11-20T10:30:00Z,=1+1"
                .formatted(aKey(), reference, birth, age, narrative, danger);
    }

    private static String right() {
        return row(aKey(), "2015-03-09", "4", "no", "Text.");
    }

    @Test
    void makesAReferralOfARow() {
        String narrative = "\"He said \"\"no\"\", twice;\r\nthen left, it seems.\"";

        List<JsonNode> lines = sendRows("\uFEFF" + NAMES, row(aKey(), "2015-03-09", "4", "TRUE", narrative));

        JsonNode answer = lines.getFirst();
        assertThat(answer.get("status").intValue()).isEqualTo(201);
        assertThat(answer.get("line").intValue()).as("the header is row 1").isEqualTo(2);
        assertThat(answer.has("safetyAdvice")).isTrue();
        ReferralReceived received =
                (ReferralReceived) TOLD.about(answer.get("id").stringValue(), 1).getFirst();
        ReferralContent content = opener.open(
                        received.getContent(), answer.get("id").stringValue(), ReferralContent.class)
                .content()
                .orElseThrow();
        assertThat(content.getNarrative()).isEqualTo("He said \"no\", twice;\nthen left, it seems.");
        assertThat(content.getChildren()).hasSize(2);
        assertThat(content.getExtensions()).isEqualTo("{\"note\":\"=1+1\"}");
    }

    @Test
    void namesThePlaceOfAFaultAsTheColumnsCount() {
        List<JsonNode> lines =
                sendRows(NAMES, row(aKey(), "", "four", "maybe", "Text."), row(aKey(), "2015-03-09", "", "", "Text."));

        assertThat(errors(lines.get(0)))
                .containsExactly(
                        "/children/0 required", "/children/2/ageEstimate wrong-type", "/immediateDanger wrong-type");
        assertThat(errors(lines.get(1))).containsExactly("/children/2 required");
    }

    @Test
    void takesSemicolonsForSeparators() {
        List<JsonNode> lines = sendRows(
                NAMES.replace(',', ';'),
                row(aKey(), "2015-03-09", "4", "no", "Text.").replace(',', ';'));

        assertThat(lines.getFirst().get("status").intValue()).isEqualTo(201);
    }

    @Test
    void passesOverEmptyRowsAndRefusesBrokenOnes() {
        List<JsonNode> lines =
                sendRows(NAMES, "", ",,,,,", right(), right() + ",one more", "\"a\" b", ",\"never closed");

        assertThat(lines).extracting(line -> line.get("line").intValue()).containsExactly(4, 5, 6, 7);
        assertThat(lines).extracting(line -> line.get("status").intValue()).containsExactly(201, 422, 400, 400);
        assertThat(errors(lines.get(1))).containsExactly(" too-many");
    }

    @Test
    void takesAQuotationMarkWithinACellForText() {
        List<JsonNode> lines = sendRows(NAMES, right() + " 6\" tall", right());

        assertThat(lines).extracting(line -> line.get("status").intValue()).containsExactly(201, 201);
    }

    @Test
    void refusesTheWholeFileForColumnsThatAreNotKnown() {
        String header = NAMES + ",narative,lane,children.13.ref,Is your name Isla?";

        Answer refused = send(batch(CSV, header + "\r\n" + right())).expect(422);

        assertThat(errors(refused.json()))
                .containsExactly(
                        "/23 unknown-field",
                        "/children.13.ref unknown-field",
                        "/lane duplicate",
                        "/narative unknown-field");
        assertThat(refused.body()).doesNotContain("Isla");
    }

    @ParameterizedTest
    @MethodSource("notHeaders")
    void asksForAHeader(String body, int status) {
        send(batch(CSV, body)).expect(status);
    }

    static List<Arguments> notHeaders() {
        return List.of(
                Arguments.of("", 422),
                Arguments.of("\r\n" + NAMES, 422),
                Arguments.of("\"lane", 400),
                Arguments.of("lane,".repeat(1001), 422),
                Arguments.of("x".repeat(256 * 1024 + 1), 413));
    }

    @Test
    void refusesTextThatIsNotUtf8() {
        byte[] body = (NAMES + "\n" + row(aKey(), "2015-03-09", "4", "no", "Zo\u00eb."))
                .getBytes(StandardCharsets.ISO_8859_1);

        List<JsonNode> lines = lines(send(batch(CSV, BodyPublishers.ofByteArray(body))));

        assertThat(lines.getFirst().get("status").intValue()).isEqualTo(400);
        assertThat(lines.getFirst().get("detail").stringValue()).contains("UTF-8");
    }

    @Test
    void givesOutAFileToFillIn() {
        Answer template = call("/v1/referrals/batch/template.csv")
                .as(school("school-rosebank"))
                .get()
                .expect(200);

        assertThat(template.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
        assertThat(template.header("Content-Disposition")).isEqualTo("attachment; filename=\"fort-referrals.csv\"");
        assertThat(template.body()).endsWith("\r\n").contains("children.3.ref", "adults.2.ref", "concerns.3.code");
        assertThat(template.body().lines()).as("only a header").hasSize(1);
        assertThat(send(batch(CSV, template.body())).expect(200).body()).isEmpty();
    }
}
