package scot.fort.platform.web.body;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.erdtman.jcs.JsonCanonicalizer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * The RFC 8785 form of a body: two bodies that say the same have the same bytes, and no others do. The RFC takes all
 * numbers for doubles; here one that no double keeps stands in the form with all its digits.
 */
public final class CanonicalJson {

    /** Before a number that no double keeps: in no text that has a form. */
    private static final char EXACT = '\0';

    /** Before a tree that has no form: in UTF-16 a byte that UTF-8 does not have. */
    private static final char FORMLESS = '\uffff';

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private CanonicalJson() {}

    /**
     * UTF-8 bytes of the canonical form. A tree that has none, since it holds half of a character or a NUL, gets bytes that
     * no other tree has; so refused bodies can be compared too.
     */
    public static byte[] bytes(JsonNode tree) {
        return hasForm(tree) ? canonical(exact(tree).toString()) : units(FORMLESS + tree.toString());
    }

    /** UTF-16 as it is: an encoder would put the same mark for every half of a character. */
    private static byte[] units(String text) {
        var bytes = ByteBuffer.allocate(text.length() * Character.BYTES);
        bytes.asCharBuffer().put(text);
        return bytes.array();
    }

    private static byte[] canonical(String json) {
        try {
            return new JsonCanonicalizer(json).getEncodedUTF8();
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }

    private static boolean hasForm(JsonNode node) {
        return switch (node) {
            case ObjectNode object ->
                object.propertyStream().allMatch(member -> hasForm(member.getKey()) && hasForm(member.getValue()));
            case ArrayNode array -> array.valueStream().allMatch(CanonicalJson::hasForm);
            case StringNode text -> hasForm(text.stringValue());
            default -> true;
        };
    }

    private static boolean hasForm(String text) {
        for (int index = 0; index < text.length(); ) {
            int point = text.codePointAt(index);
            if (point == EXACT || Character.getType(point) == Character.SURROGATE) {
                return false;
            }
            index += Character.charCount(point);
        }
        return true;
    }

    private static JsonNode exact(JsonNode node) {
        return switch (node) {
            case ObjectNode object -> {
                var result = NODES.objectNode();
                object.properties().forEach(member -> result.set(member.getKey(), exact(member.getValue())));
                yield result;
            }
            case ArrayNode array -> {
                var result = NODES.arrayNode(array.size());
                array.forEach(element -> result.add(exact(element)));
                yield result;
            }
            case JsonNode number
            when number.isNumber() && !(Numbers.isInRange(number) && Numbers.isKeptByDouble(number)) ->
                NODES.stringNode(EXACT + Numbers.exact(number));
            default -> node;
        };
    }
}
