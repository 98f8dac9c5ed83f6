package scot.fort.platform.web.body;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Map;
import org.erdtman.jcs.NumberToJSON;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * The RFC 8785 form of a body: two bodies that say the same have the same bytes, and no others do. The RFC takes all
 * numbers for doubles; here one that no double keeps stands in the form with all its digits.
 *
 * <p>It is written straight from the tree, since every submission needs it: the library would have the tree written and
 * parsed again first, and its parser takes six times as long.
 */
public final class CanonicalJson {

    /** Before a number that no double keeps: in no text that has a form. */
    private static final String EXACT = "\\u0000";

    /** Before a tree that has no form: in UTF-16 a byte that UTF-8 does not have. */
    private static final char FORMLESS = '\uffff';

    private static final int USUAL_LENGTH = 4_096;

    private final StringBuilder form = new StringBuilder(USUAL_LENGTH);

    private CanonicalJson() {}

    /**
     * UTF-8 bytes of the canonical form. A tree that has none, since it holds half of a character or a NUL, gets bytes that
     * no other tree has; so refused bodies can be compared too.
     */
    public static byte[] bytes(JsonNode tree) {
        var canonical = new CanonicalJson();
        return canonical.write(tree)
                ? canonical.form.toString().getBytes(StandardCharsets.UTF_8)
                : units(FORMLESS + tree.toString());
    }

    /** UTF-16 as it is: an encoder would put the same mark for every half of a character. */
    private static byte[] units(String text) {
        var bytes = ByteBuffer.allocate(text.length() * Character.BYTES);
        bytes.asCharBuffer().put(text);
        return bytes.array();
    }

    /** Whether it has a form; what was written of one that has none is of no use. */
    private boolean write(JsonNode node) {
        return switch (node) {
            case ObjectNode object -> writeMembers(object);
            case ArrayNode array -> writeElements(array);
            case StringNode text -> writeText(text.stringValue());
            case JsonNode number
            when number.isNumber() -> {
                writeNumber(number);
                yield true;
            }
            default -> {
                form.append(node);
                yield true;
            }
        };
    }

    /** By name, in the order of UTF-16 units. */
    private boolean writeMembers(ObjectNode object) {
        var members = new ArrayList<>(object.properties());
        members.sort(Map.Entry.comparingByKey());
        form.append('{');
        var first = true;
        for (var member : members) {
            if (!first) {
                form.append(',');
            }
            first = false;
            if (!writeText(member.getKey())) {
                return false;
            }
            form.append(':');
            if (!write(member.getValue())) {
                return false;
            }
        }
        form.append('}');
        return true;
    }

    private boolean writeElements(ArrayNode array) {
        form.append('[');
        for (int index = 0; index < array.size(); index++) {
            if (index > 0) {
                form.append(',');
            }
            if (!write(array.get(index))) {
                return false;
            }
        }
        form.append(']');
        return true;
    }

    private boolean writeText(String text) {
        form.append('"');
        int written = 0;
        for (int index = 0; index < text.length(); index++) {
            char unit = text.charAt(index);
            if (unit == 0 || Character.isLowSurrogate(unit)) {
                return false;
            }
            if (Character.isHighSurrogate(unit)) {
                index++;
                if (index == text.length() || !Character.isLowSurrogate(text.charAt(index))) {
                    return false;
                }
            } else if (unit < ' ' || unit == '"' || unit == '\\') {
                form.append(text, written, index).append(escaped(unit));
                written = index + 1;
            }
        }
        form.append(text, written, text.length()).append('"');
        return true;
    }

    private static String escaped(char unit) {
        return switch (unit) {
            case '"', '\\' -> "\\" + unit;
            case '\b' -> "\\b";
            case '\t' -> "\\t";
            case '\n' -> "\\n";
            case '\f' -> "\\f";
            case '\r' -> "\\r";
            default -> "\\u%04x".formatted((int) unit);
        };
    }

    private void writeNumber(JsonNode number) {
        if (!Numbers.isInRange(number) || !Numbers.isKeptByDouble(number)) {
            form.append('"').append(EXACT).append(Numbers.exact(number)).append('"');
            return;
        }
        try {
            form.append(NumberToJSON.serializeNumber(number.doubleValue()));
        } catch (IOException notFinite) {
            throw new UncheckedIOException(notFinite);
        }
    }
}
