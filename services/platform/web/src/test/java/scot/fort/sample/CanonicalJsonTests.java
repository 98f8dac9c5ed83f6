package scot.fort.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import scot.fort.platform.web.body.CanonicalJson;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The form that is written by hand, held against the library's, and against what it has to be good for. */
class CanonicalJsonTests {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final JsonMapper EXACT = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /** All that is written in a form of its own, and the borders between those. */
    private static final String[] TEXTS = {
        "",
        "a",
        "\"",
        "\\",
        "\\u0000",
        "/",
        "\b\t\n\f\r",
        "\u0001",
        "\u001f",
        "\u007f",
        "\u00e9",
        "e\u0301",
        "\u2028",
        "\uffff",
        "\ud83d\ude00",
        "\ufb33",
        "\ue000",
        "1",
        "null"
    };

    private static final double[] NUMBERS = {
        0,
        -0.0,
        1,
        -1,
        0.1,
        1e21,
        1e20,
        123456789012345680000.0,
        9007199254740991.0,
        9007199254740994.0,
        1e-6,
        1e-7,
        5e-300,
        1.7976931348623157e307,
        333333333.33333329,
        4.50,
        2e-3
    };

    static LongStream seeds() {
        return new Random(20261125).longs(50);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void isTheFormThatTheLibraryWrites(long seed) throws IOException {
        JsonNode tree = object(new Random(seed), 4);

        assertThat(text(tree)).isEqualTo(new JsonCanonicalizer(tree.toString()).getEncodedString());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void saysAllThatTheTreeSaysAndNothingOfItsOrder(long seed) {
        JsonNode tree = object(new Random(seed), 4);

        assertThat(text(EXACT.readTree(text(tree)))).isEqualTo(text(tree));
        assertThat(text(shuffled(tree, new Random(seed)))).isEqualTo(text(tree));
        assertThat(EXACT.readTree(text(tree)).equals(CanonicalJsonTests::compare, EXACT.readTree(tree.toString())))
                .isTrue();
    }

    private static int compare(JsonNode one, JsonNode other) {
        return one.isNumber() && other.isNumber()
                ? one.decimalValue().compareTo(other.decimalValue())
                : one.equals(other) ? 0 : 1;
    }

    private static String text(JsonNode tree) {
        return new String(CanonicalJson.bytes(tree), StandardCharsets.UTF_8);
    }

    private static JsonNode shuffled(JsonNode node, Random random) {
        if (node instanceof ObjectNode object) {
            List<String> names = new ArrayList<>(object.propertyNames());
            Collections.shuffle(names, random);
            ObjectNode result = NODES.objectNode();
            names.forEach(name -> result.set(name, shuffled(object.get(name), random)));
            return result;
        }
        return node;
    }

    private static ObjectNode object(Random random, int depth) {
        ObjectNode object = NODES.objectNode();
        for (int member = random.nextInt(6); member >= 0; member--) {
            object.set(text(random), value(random, depth - 1));
        }
        return object;
    }

    private static JsonNode value(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 6 : 4)) {
            case 0 -> NODES.stringNode(text(random));
            case 1 -> number(random);
            case 2 -> NODES.booleanNode(random.nextBoolean());
            case 3 -> NODES.numberNode(random.nextInt());
            case 4 -> object(random, depth);
            default -> NODES.arrayNode().add(value(random, depth - 1)).add(value(random, depth - 1));
        };
    }

    private static JsonNode number(Random random) {
        double number = random.nextBoolean()
                ? NUMBERS[random.nextInt(NUMBERS.length)]
                : Math.scalb(random.nextDouble(), random.nextInt(200) - 100);
        return random.nextBoolean() ? NODES.numberNode(number) : NODES.numberNode(BigDecimal.valueOf(number));
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int part = random.nextInt(3); part >= 0; part--) {
            text.append(TEXTS[random.nextInt(TEXTS.length)]);
        }
        return text.toString();
    }
}
