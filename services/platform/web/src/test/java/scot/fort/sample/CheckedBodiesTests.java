package scot.fort.sample;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import scot.fort.platform.web.body.CanonicalJson;
import scot.fort.platform.web.body.Checked;
import scot.fort.platform.web.body.CheckedBodies;
import scot.fort.platform.web.problem.Problem;
import scot.fort.platform.web.problem.ProblemCode;

class CheckedBodiesTests {

    private final CheckedBodies bodies = new CheckedBodies();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "{",
                "{}{}",
                "{} x",
                "{'code': 1}",
                "{\"code\": 1, \"code\": 2}",
                "{\"a\": {\"b\": 1, \"b\": 2}}",
                "{\"n\": 01}",
                "{\"n\": NaN}",
                "{\"a\": 1,}",
                "// no\n{}",
                "\uFEFF{}",
            })
    void refusesWhatIsNotJson(String body) {
        assertThat(refusal(body).code()).isEqualTo(ProblemCode.MALFORMED_JSON);
    }

    @Test
    void refusesHostileDepthLengthAndBytes() {
        var deep = "[".repeat(1000) + "]".repeat(1000);
        var number = "{\"n\": " + "9".repeat(1000) + "}";
        var name = "{\"" + "n".repeat(1000) + "\": 1}";

        assertThat(refusal(deep).code()).isEqualTo(ProblemCode.MALFORMED_JSON);
        assertThat(refusal(number).code()).isEqualTo(ProblemCode.MALFORMED_JSON);
        assertThat(refusal(name).code()).isEqualTo(ProblemCode.MALFORMED_JSON);
        assertThat(refusal("{\"note\": \"\u00e9\"}".getBytes(ISO_8859_1)).code())
                .isEqualTo(ProblemCode.MALFORMED_JSON);
        assertThat(refusal(new byte[] {'"', (byte) 0xc0, (byte) 0xaf, '"'}).code())
                .isEqualTo(ProblemCode.MALFORMED_JSON);
    }

    @Test
    void namesThePlaceOfWhatIsMalformedAndNotItsContent() {
        var problem = refusal("{\n  \"note\": secret\n}");

        assertThat(problem.detail()).contains("line 2").doesNotContain("secret");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}|/code required /note required",
                "{'code':'PUB','note':'n'}|/code unknown-code",
                "{'code':7,'note':7}|/code unknown-code /note wrong-type",
                "{'code':'HOME','note':''}|/note too-short",
                "{'code':'HOME','note':'   '}|/note too-short",
                "{'code':'HOME','note':null}|/note required",
                "{'code':'HOME','note':'n','who':1,'a/b~c':2}|/who unknown-field /a~1b~0c unknown-field",
                "{'code':'HOME','note':'n','visitor':{}}|/visitor/name required",
                "{'code':'HOME','note':'n','visitor':{'name':'abcdef','phone':'x'}}|/visitor/name too-long /visitor/phone bad-format",
                "{'code':'HOME','note':'n','places':[{'name':'a'},{'name':'b'},{'x':1}]}|/places too-many /places/2/name required /places/2/x unknown-field",
                "{'code':'HOME','note':'n','count':10}|/count out-of-range",
                "{'code':'HOME','note':'n','count':1.5}|/count wrong-type",
                "{'code':'HOME','note':'n','extensions':{'n':1e999}}|/extensions/n out-of-range",
                "{'code':'HOME','note':'n','at':'yesterday'}|/at bad-format",
                "{'code':'HOME','note':'n','at':'2026-02-30T10:00:00Z'}|/at bad-format",
                "{'code':'HOME','note':'n','visitor':{'name':'a\\nb'}}|/visitor/name bad-format",
                "{'code':'HOME','note':'n\\u0000'}|/note bad-format",
                "{'code':'HOME','note':'n\\ud800'}|/note bad-format",
                "[]|'' wrong-type",
            })
    void namesEveryFaultWithItsPointerAndCode(String body, String faults) {
        var problem = refusal(body.replace('\'', '"'));

        assertThat(problem.code()).isEqualTo(ProblemCode.INVALID);
        assertThat(problem.errors())
                .extracting(fault -> (fault.pointer().isEmpty() ? "''" : fault.pointer()) + " " + fault.code())
                .containsExactlyInAnyOrder(faults.split(" (?=[/'])"));
    }

    @Test
    void repeatsNoSubmittedValue() {
        var problem = refusal("""
                {"code": "Secret", "note": 5557, "at": "Secret", "visitor": {"name": "Secrets", "phone": "Secret"}}""");

        assertThat(problem.body(null).toString()).doesNotContain("Secret", "5557");
    }

    @Test
    void allowsLineEndsInLongTextAndInExtensions() {
        var visit = value("""
                {"code": "HOME", "note": "  one\\r\\ntwo\\t ", "extensions": {"any": {"thing": ["a\\nb"]}}}""");

        assertThat(visit.note()).isEqualTo("one\ntwo");
    }

    @Test
    void countsCodePointsAndComposesCharacters() {
        var visit = value(
                "{\"code\": \"HOME\", \"note\": \"n\", \"visitor\": {\"name\": \"Zoe\u0308\uD83D\uDE00\uD83D\uDE00\"}}");

        assertThat(visit.visitor()).isEqualTo(new VisitRequest.Person("Zo\u00eb\uD83D\uDE00\uD83D\uDE00", null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-20T10:30:00Z",
                "2026-11-20T10:30:00.000000Z",
                "2026-11-20t10:30:00z",
                "2026-11-20T11:30:00+01:00",
                "2026-11-20T05:00:00-05:30"
            })
    void takesAnyFormOfTimeOfRfc3339(String time) {
        assertThat(value("{\"code\": \"HOME\", \"note\": \"n\", \"at\": \"" + time + "\"}")
                        .at())
                .isEqualTo(Instant.parse("2026-11-20T10:30:00Z"));
    }

    @Test
    void findsTheSameCanonicalFormForTheSameBody() {
        var one = tree("{\"note\": \"n\", \"code\": \"HOME\", \"count\": 1, \"at\": null}");
        var other = tree("{ \"count\": 1.0, \"code\": \"HOME\",\n\"note\": \"n\" }");

        assertThat(CanonicalJson.bytes(one.tree())).isEqualTo(CanonicalJson.bytes(other.tree()));
        assertThat(new String(CanonicalJson.bytes(one.tree()), UTF_16BE))
                .isEqualTo("{\"code\":\"HOME\",\"count\":1,\"note\":\"n\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1.0",
        "1e3, 1000",
        "-0, 0",
        "0.1, 1e-1",
        "100000000000000000000, 1e20",
        "9007199254740992, 9007199254740992.0",
        "-1000000000000000000, -1e18",
        "9223372036854775000, 9.223372036854775e18",
        "9007199254740993, 9007199254740993.0",
        "12345678901234567890123.50, 12345678901234567890123.5",
        "'{\"a\": 9007199254740993, \"b\": 1}', '{\"b\": 1, \"a\": 9007199254740993}'"
    })
    void findsTheSameCanonicalFormForTheSameNumber(String one, String other) {
        assertThat(canonicalExtension(one)).isEqualTo(canonicalExtension(other));
    }

    @ParameterizedTest
    @CsvSource({
        "9007199254740992, 9007199254740993",
        "12345678901234567890123456, 12345678901234567890123457",
        "0.1, 0.10000000000000001",
        "1, 1.00000000000000000001",
        "1e999, 1e998",
        "1e999999999, '\"Infinity\"'",
        "1e-999999999, 0",
        "1e-999999999, 1e-999999998",
        "9007199254740993, '\"\\u00009007199254740993\"'",
        "'\"\\ud83d\"', '\"?\"'",
        "'\"\\ud83d\"', '\"\\ud83e\"'",
        "'\"a\\ud83d\"', '\"a\\ude00\"'",
        "'{\"\\ud83d\": 1}', '{\"?\": 1}'",
        "'[null]', '[1e999]'",
    })
    void findsDifferentCanonicalFormsForDifferentBodiesAlsoOfRefusedOnes(String one, String other) {
        assertThat(canonicalExtension(one)).isNotEqualTo(canonicalExtension(other));
    }

    @Test
    void keepsAllDigitsOfANumber() {
        var extensions = "{\"account\":12345678901234567890,\"share\":0.12345678901234567890123}";
        var body = tree("{\"code\": \"HOME\", \"note\": \"n\", \"extensions\": " + extensions + "}");

        assertThat(body.tree().get("extensions")).hasToString(extensions);
    }

    private byte[] canonicalExtension(String value) {
        var body = "{\"code\": \"HOME\", \"note\": \"n\", \"extensions\": {\"n\": " + value + "}}";
        return CanonicalJson.bytes(
                Objects.requireNonNull(read(body.getBytes(UTF_8)).tree()));
    }

    @Test
    void keepsTheTreeOfAnInvalidBodyForFurtherRules() {
        var checked = (Checked.Invalid<VisitRequest>) read("{\"note\": \"n\"}".getBytes(UTF_8));

        assertThat(checked.tree()).hasToString("{\"note\":\"n\"}");
    }

    private Checked.Valid<VisitRequest> tree(String body) {
        return (Checked.Valid<VisitRequest>) read(body.getBytes(UTF_8));
    }

    private VisitRequest value(String body) {
        return read(body.getBytes(UTF_8)).orThrow();
    }

    private Problem refusal(String body) {
        return refusal(body.getBytes(UTF_8));
    }

    private Problem refusal(byte[] body) {
        return ((Checked.Invalid<VisitRequest>) read(body)).problem();
    }

    private Checked<VisitRequest> read(byte[] body) {
        return bodies.read(body, VisitRequest.class);
    }
}
