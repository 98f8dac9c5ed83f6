package scot.fort.platform.web.body;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import scot.fort.platform.web.problem.FieldFault;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * One form for the same text: NFC, line ends as {@code \n}, no white space around it; for the same number its plainest; a
 * null member is an absent one.
 * And what no text may hold: control characters (line ends and tabs only in long text), halves of characters.
 */
final class TextRules {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private TextRules() {}

    /** A tree in the one form; the given one stays as it is. */
    static JsonNode normalised(JsonNode node) {
        return switch (node) {
            case ObjectNode object -> {
                var result = NODES.objectNode();
                object.properties().forEach(member -> {
                    if (!member.getValue().isNull()) {
                        result.set(member.getKey(), normalised(member.getValue()));
                    }
                });
                yield result;
            }
            case ArrayNode array -> {
                var result = NODES.arrayNode(array.size());
                array.forEach(element -> result.add(normalised(element)));
                yield result;
            }
            case StringNode text -> NODES.stringNode(normalised(text.stringValue()));
            case JsonNode number when number.isNumber() -> Numbers.plain(number);
            default -> node;
        };
    }

    /**
     * The places that hold what no text may hold.
     *
     * @param longTexts pointers of texts, or of whole subtrees, that may have line ends and tabs
     */
    static List<FieldFault> faults(JsonNode tree, Set<String> longTexts) {
        if (isLegal(tree)) {
            return List.of();
        }
        var faults = new ArrayList<FieldFault>();
        collect(tree, "", longTexts.contains(""), longTexts, faults);
        return faults;
    }

    /** Whether nothing in it depends on the place where it is. */
    private static boolean isLegal(JsonNode node) {
        return switch (node) {
            case ObjectNode object -> {
                for (var member : object.properties()) {
                    if (!legal(member.getKey(), false) || !isLegal(member.getValue())) {
                        yield false;
                    }
                }
                yield true;
            }
            case ArrayNode array -> {
                for (var element : array) {
                    if (!isLegal(element)) {
                        yield false;
                    }
                }
                yield true;
            }
            case StringNode text -> legal(text.stringValue(), false);
            default -> true;
        };
    }

    private static void collect(
            JsonNode node, String pointer, boolean longText, Set<String> longTexts, List<FieldFault> faults) {
        switch (node) {
            case ObjectNode object ->
                object.properties().forEach(member -> {
                    var place = FieldFault.member(pointer, member.getKey());
                    if (!legal(member.getKey(), false)) {
                        faults.add(FaultCode.BAD_FORMAT.at(pointer, "Has a member whose name has control characters."));
                    }
                    collect(member.getValue(), place, longText || longTexts.contains(place), longTexts, faults);
                });
            case ArrayNode array -> {
                for (int index = 0; index < array.size(); index++) {
                    var place = pointer + "/" + index;
                    collect(array.get(index), place, longText || longTexts.contains(place), longTexts, faults);
                }
            }
            case StringNode text
            when !legal(text.stringValue(), longText) ->
                faults.add(FaultCode.BAD_FORMAT.at(pointer, "Has control characters that are not allowed here."));
            default -> {}
        }
    }

    private static String normalised(String text) {
        var lines = text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n");
        return Bounds.hasTooManyMarks(lines)
                ? lines
                : Normalizer.normalize(lines, Normalizer.Form.NFC).strip();
    }

    private static boolean legal(String text, boolean longText) {
        for (int index = 0; index < text.length(); ) {
            int point = text.codePointAt(index);
            if (Character.isISOControl(point) && !(longText && (point == '\n' || point == '\t'))
                    || Character.getType(point) == Character.SURROGATE) {
                return false;
            }
            index += Character.charCount(point);
        }
        return true;
    }
}
