package scot.fort.intake.referral.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What may be sent about a referral after it was accepted. */
class LaterRequestsTests {

    private static final JsonMapper JSON = new JsonMapper();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'text': 'More.'}",
                "{'text': 'More.', 'answers': [], 'corrections': []}",
                "{'text': 'More.', 'answers': [{'text': 'Yes.'}, {'question': 'Who?', 'text': 'Mum.'}]}",
                "{'text': 'More.', 'corrections': [{'ref': 'c1', 'dateOfBirth': '2019-05-01', 'chi': '0105196282'}]}",
                "{'text': 'More.', 'corrections': [{'ref': 'c1', 'address': {'ward': 'LOCHEE'}}]}"
            })
    void takesInformation(String body) {
        assertThat(Judge.faultsOfInformation(read(body))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                                             | /text required",
                "{'text': ' \\n '}                                              | /text too-short",
                "{'text': '\u200b'}                                             | /text bad-format",
                "{'text': 'x', 'note': 1}                                       | /note unknown-field",
                "{'text': 'x', 'answers': [{}]}                                 | /answers/0/text required",
                "{'text': 'x', 'answers': [{'text': ' '}]}                      | /answers/0/text too-short",
                "{'text': 'x', 'answers': [{'question': '', 'text': 'y'}]}      | /answers/0/question too-short",
                "{'text': 'x', 'corrections': [{'ref': 'c1'}]}                  | /corrections/0 too-few",
                "{'text': 'x', 'corrections': [{'ref': 'c1', 'chi': null}]}     | /corrections/0 too-few",
                "{'text': 'x', 'corrections': [{'scn': '123456789'}]}           | /corrections/0/ref required",
                "{'text': 'x', 'corrections': [{'ref': 'c1', 'address': {}}]}   | /corrections/0/address too-few",
                "{'text': 'x', 'corrections': [{'ref': 'c1', 'address': {'lines': []}}]}"
                        + " | /corrections/0/address/lines too-few",
                "{'text': 'x', 'corrections': [{'ref': 'c1', 'address': {'ward': 'ATLANTIS'}}]}"
                        + " | /corrections/0/address/ward unknown-code",
                "{'text': 'x', 'corrections': [{'ref': 'c1', 'scn': '1'}]}      | /corrections/0/scn bad-format",
                "{'text': 'x', 'corrections': [{'ref': 'c1', 'chi': '0105196283'}]}"
                        + " | /corrections/0/chi check-digit",
                "{'text': 'x', 'corrections': [{'ref': 'c1', 'dateOfBirth': '2026-11-26'}]}"
                        + " | /corrections/0/dateOfBirth in-the-future",
                "{'text': 'x', 'corrections': [{'ref': 'c1', 'dateOfBirth': '1800-01-01'}]}"
                        + " | /corrections/0/dateOfBirth out-of-range",
                "{'text': 'x', 'corrections': [{'ref': 'c1', 'expectedDateOfBirth': '2026-10-13'}]}"
                        + " | /corrections/0/expectedDateOfBirth too-long-ago",
                "{'text': 'x', 'corrections': [{'ref': 'c1', 'givenName': 'Isla'}]}"
                        + " | /corrections/0/givenName unknown-field"
            })
    void saysWhatIsWrongWithInformation(String body, String fault) {
        assertThat(Judge.faultsOfInformation(read(body))).containsExactly(fault);
    }

    @Test
    void takesOneCorrectionOfEachChild() {
        assertThat(Judge.faultsOfInformation(read("""
                {'text': 'x', 'corrections': [{'ref': 'c1', 'scn': '123456789'}, {'ref': 'c2', 'scn': '123456780'},
                    {'ref': 'c1', 'dateOfBirth': '2019-05-01'}]}"""))).containsExactly("/corrections duplicate");
    }

    @Test
    void takesConsentOfAnyTimeThatIsPast() {
        assertThat(Judge.faultsOfConsent(read("{'given': true, 'by': 'a1', 'at': '2026-11-25T13:00:00+01:00'}")))
                .isEmpty();
        assertThat(Judge.faultsOfConsent(
                        read("{'given': false, 'by': 'a1', 'at': '2026-11-24T12:00:00Z', 'text': 'Rang.'}")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'given': true, 'by': 'a1', 'at': '2026-11-25T12:00:00.001Z'} | /at in-the-future",
                "{'given': true, 'by': 'a1', 'at': '1899-12-31T23:59:59Z'}     | /at out-of-range",
                "{'given': true, 'by': 'a1', 'at': '2026-11-24'}               | /at bad-format",
                "{'given': true, 'by': 'a1'}                                   | /at required",
                "{'given': true, 'at': '2026-11-24T12:00:00Z'}                 | /by required",
                "{'by': 'a1', 'at': '2026-11-24T12:00:00Z'}                    | /given required",
                "{'given': 'yes', 'by': 'a1', 'at': '2026-11-24T12:00:00Z'}    | /given wrong-type",
                "{'given': true, 'by': 'a1', 'at': '2026-11-24T12:00:00Z', 'text': ' '} | /text too-short"
            })
    void saysWhatIsWrongWithConsent(String body, String fault) {
        assertThat(Judge.faultsOfConsent(read(body))).containsExactly(fault);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                   | /reason required",
                "{'reason': 'NO_REASON'}              | /reason unknown-code",
                "{'reason': 'OTHER', 'text': ' '}     | /text too-short",
                "{'reason': 'OTHER', 'text': '\u00a0'} | /text bad-format",
                "{'reason': 'OTHER', 'why': 'x'}      | /why unknown-field"
            })
    void asksForAReasonOfTheSetAndForWordsThatSaySomething(String body, String fault) {
        assertThat(Judge.faultsBySchema(read(body), WithdrawRequest.class)).containsExactly(fault);
        assertThat(Judge.faultsBySchema(read(body), ErrorRequest.class)).containsExactly(fault);
    }

    private static JsonNode read(String body) {
        return JSON.readTree(body.replace('\'', '"'));
    }
}
