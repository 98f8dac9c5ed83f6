package scot.fort.sample;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Random;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scot.fort.platform.web.body.CanonicalJson;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What we write straight from the tree is what the RFC's own library writes. */
class CanonicalJsonTests {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final String UNITS = "aZ0 \"\\/\b\t\n\f\r\u0001\u001f\u007f\u0080\u00e9\u20ac\uffee\ud83d\ude00";
    private static final double[] NUMBERS = {
        0, -0.0, 1, -1, 1.5, 1e21, 1e-7, 123456789012.25, 5e-300, 9007199254740992.0
    };

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"a\": [], \"b\": {}}",
                "[null, true, false]",
                "{\"peach\": 1, \"p\\u00e9ch\\u00e9\": 2, \"p\": {\"b\": 1, \"a\": [\"x\", {\"d\": 1, \"c\": 2}]}}",
                "{\"\\ud83d\\ude00\": 1, \"\\ufb33\": 2, \"\\u20ac\": 3, \"\\r\": 4, \"1\": 5, \"\\u0080\": 6}",
                "[333333333.3333333, 1E30, 4.50, 2e-3, 0.000000000000000000000000001, -0, 1152921504606847000]"
            })
    void isThatOfTheLibrary(String json) throws IOException {
        assertThat(form(JSON.readTree(json))).isEqualTo(new JsonCanonicalizer(json).getEncodedString());
    }

    @Test
    void isThatOfTheLibraryForAnyTree() throws IOException {
        Random random = new Random(8785);
        for (int tree = 0; tree < 2_000; tree++) {
            JsonNode any = any(random, 4);
            String written = "[" + any + "]";

            assertThat(form(JSON.readTree(written))).isEqualTo(new JsonCanonicalizer(written).getEncodedString());
        }
    }

    @Test
    void tellsApartWhatHasNoForm() {
        JsonNode half = JsonNodeFactory.instance.stringNode("a\ud83d");
        JsonNode otherHalf = JsonNodeFactory.instance.stringNode("a\ude00");
        JsonNode nul = JsonNodeFactory.instance.stringNode("a\u0000");

        assertThat(CanonicalJson.bytes(half)).startsWith(0xff, 0xff).isNotEqualTo(CanonicalJson.bytes(otherHalf));
        assertThat(CanonicalJson.bytes(nul)).startsWith(0xff, 0xff);
    }

    @Test
    void keepsEveryDigitOfANumberThatNoDoubleKeeps() {
        assertThat(form(JSON.readTree("9007199254740993"))).isEqualTo("\"\\u00009007199254740993\"");
        assertThat(form(JSON.readTree("9007199254740993.0"))).isEqualTo("\"\\u00009007199254740993\"");
    }

    private static JsonNode any(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 6 : 4)) {
            case 0 -> JsonNodeFactory.instance.stringNode(text(random));
            case 1 -> JsonNodeFactory.instance.numberNode(NUMBERS[random.nextInt(NUMBERS.length)]);
            case 2 -> JsonNodeFactory.instance.numberNode(random.nextInt());
            case 3 -> JsonNodeFactory.instance.booleanNode(random.nextBoolean());
            case 4 -> {
                ArrayNode array = JsonNodeFactory.instance.arrayNode();
                random.ints(random.nextInt(4)).forEach(_ -> array.add(any(random, depth - 1)));
                yield array;
            }
            default -> {
                ObjectNode object = JsonNodeFactory.instance.objectNode();
                random.ints(random.nextInt(4)).forEach(_ -> object.set(text(random), any(random, depth - 1)));
                yield object;
            }
        };
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        int[] points = UNITS.codePoints().toArray();
        random.ints(random.nextInt(8), 0, points.length).forEach(point -> text.appendCodePoint(points[point]));
        return text.toString();
    }

    private static String form(JsonNode tree) {
        return new String(CanonicalJson.bytes(tree), UTF_8);
    }
}
