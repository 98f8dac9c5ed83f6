package scot.fort.platform.web.body;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import scot.fort.platform.web.problem.FieldFault;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * What no value of any body may exceed, so that the work for a body grows with its size and no faster: a schema's
 * patterns, comparisons and rules never see what is beyond.
 */
final class Bounds {

    /** Entries of one object or array: entries that are made to have the same hash cost the square of their number. */
    static final int MOST_ENTRIES = 2_000;

    /** UTF-16 units: twice the characters of the longest text that a schema allows. */
    static final int LONGEST_TEXT = 16_384;

    /** Marks on one character, as UAX #15 has it for streams: bringing more in order costs the square of their number. */
    static final int MOST_MARKS = 30;

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Bounds() {}

    /** The faults by the pointers of what is beyond its bound. */
    static Map<String, FieldFault> beyond(JsonNode tree) {
        if (allWithin(tree)) {
            return Map.of();
        }
        var faults = new LinkedHashMap<String, FieldFault>();
        collect(tree, "", faults);
        return faults;
    }

    /** The tree with nothing in the places of these pointers. */
    static JsonNode without(JsonNode tree, Map<String, FieldFault> beyond) {
        return beyond.isEmpty() ? tree : without(tree, "", beyond);
    }

    /** Whether a text has more marks on one character than can be brought in order cheaply. */
    static boolean hasTooManyMarks(String text) {
        if (text.length() <= MOST_MARKS) {
            return false;
        }
        int marks = 0;
        for (int index = 0; index < text.length() && marks <= MOST_MARKS; ) {
            int point = text.codePointAt(index);
            marks = isMark(point) ? marks + 1 : 0;
            index += Character.charCount(point);
        }
        return marks > MOST_MARKS;
    }

    private static boolean allWithin(JsonNode node) {
        return switch (node) {
            case ObjectNode object -> fits(object) && object.values().stream().allMatch(Bounds::allWithin);
            case ArrayNode array -> fits(array) && array.values().stream().allMatch(Bounds::allWithin);
            default -> faultsOf(node, "").isEmpty();
        };
    }

    private static void collect(JsonNode node, String pointer, Map<String, FieldFault> faults) {
        if (node.isContainer() && !fits(node)) {
            faults.put(pointer, FaultCode.TOO_MANY.at(pointer, "May have at most " + MOST_ENTRIES + " entries."));
            return;
        }
        switch (node) {
            case ObjectNode object ->
                object.properties()
                        .forEach(member ->
                                collect(member.getValue(), FieldFault.member(pointer, member.getKey()), faults));
            case ArrayNode array -> {
                for (int index = 0; index < array.size(); index++) {
                    collect(array.get(index), pointer + "/" + index, faults);
                }
            }
            default -> faultsOf(node, pointer).forEach(fault -> faults.putIfAbsent(pointer, fault));
        }
    }

    private static List<FieldFault> faultsOf(JsonNode node, String pointer) {
        var faults = new ArrayList<FieldFault>(0);
        if (node instanceof StringNode text) {
            if (text.stringValue().length() > LONGEST_TEXT) {
                faults.add(FaultCode.TOO_LONG.at(pointer, "Is longer than any text may be."));
            } else if (hasTooManyMarks(text.stringValue())) {
                faults.add(FaultCode.BAD_FORMAT.at(pointer, "Has too many marks on one character."));
            }
        } else if (node.isNumber() && !Numbers.isInRange(node)) {
            faults.add(FaultCode.OUT_OF_RANGE.at(pointer, "Is too large or too small a number."));
        }
        return faults;
    }

    private static JsonNode without(JsonNode node, String pointer, Map<String, FieldFault> beyond) {
        if (beyond.containsKey(pointer)) {
            return NODES.nullNode();
        }
        return switch (node) {
            case ObjectNode object -> {
                var result = NODES.objectNode();
                object.properties()
                        .forEach(member -> result.set(
                                member.getKey(),
                                without(member.getValue(), FieldFault.member(pointer, member.getKey()), beyond)));
                yield result;
            }
            case ArrayNode array -> {
                var result = NODES.arrayNode(array.size());
                for (int index = 0; index < array.size(); index++) {
                    result.add(without(array.get(index), pointer + "/" + index, beyond));
                }
                yield result;
            }
            default -> node;
        };
    }

    private static boolean fits(JsonNode container) {
        return container.size() <= MOST_ENTRIES;
    }

    private static boolean isMark(int point) {
        return switch (Character.getType(point)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK -> true;
            default -> false;
        };
    }
}
