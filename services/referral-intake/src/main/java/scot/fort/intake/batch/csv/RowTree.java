package scot.fort.intake.batch.csv;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import scot.fort.platform.web.problem.FieldFault;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Grows the JSON of a referral from the cells of a row that are not empty. What is empty of a list is left out and the rest
 * moves up, so a pointer into the JSON has to be led back to the columns.
 */
final class RowTree {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final ObjectNode root = NODES.objectNode();

    /** By the pointer of each list, the numbers that its entries have in the header. */
    private final Map<String, List<String>> numbers = new HashMap<>();

    /** Entries of a list must come in the order of their numbers. */
    void put(List<String> path, JsonNode value) {
        JsonNode parent = root;
        String pointer = "";
        for (int depth = 0; depth < path.size(); depth++) {
            String step = parent.isArray() ? index(pointer, path.get(depth)) : path.get(depth);
            parent = grown(parent, step, depth == path.size() - 1 ? value : empty(path.get(depth + 1)));
            pointer = FieldFault.member(pointer, step);
        }
    }

    JsonNode json() {
        return root;
    }

    /** The pointer that would be right if nothing had been left out, so that its numbers are those of the columns less one. */
    String inRow(String pointer) {
        String inJson = "";
        StringBuilder inRow = new StringBuilder();
        for (String step : pointer.split("/", -1)) {
            if (inRow.isEmpty() && step.isEmpty()) {
                continue;
            }
            inRow.append('/').append(place(inJson, step));
            inJson += "/" + step;
        }
        return inRow.toString();
    }

    private String place(String list, String step) {
        List<String> used = numbers.getOrDefault(list, List.of());
        return isNumber(step) && Integer.parseInt(step) < used.size()
                ? Integer.toString(Integer.parseInt(used.get(Integer.parseInt(step))) - 1)
                : step;
    }

    private String index(String list, String number) {
        List<String> used = numbers.computeIfAbsent(list, any -> new ArrayList<>());
        if (!used.contains(number)) {
            used.add(number);
        }
        return Integer.toString(used.indexOf(number));
    }

    private static JsonNode grown(JsonNode parent, String step, JsonNode fresh) {
        if (parent instanceof ArrayNode list) {
            int index = Integer.parseInt(step);
            return index < list.size() ? list.get(index) : list.add(fresh).get(index);
        }
        ObjectNode object = (ObjectNode) parent;
        return object.has(step) ? object.get(step) : object.set(step, fresh).get(step);
    }

    private static JsonNode empty(String next) {
        return isNumber(next) ? NODES.arrayNode() : NODES.objectNode();
    }

    private static boolean isNumber(String step) {
        return !step.isEmpty() && step.length() < 4 && step.chars().allMatch(Character::isDigit);
    }
}
