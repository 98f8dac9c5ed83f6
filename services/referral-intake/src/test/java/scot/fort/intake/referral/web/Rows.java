package scot.fort.intake.referral.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes referrals as a spreadsheet would, by what docs/batch.md says of columns and cells. */
final class Rows {

    private static final Set<String> SEPARATED = Set.of("wellbeing", "supportRequested", "languages");

    private Rows() {}

    static String of(List<ObjectNode> referrals, Supplier<String> keys) {
        List<Map<String, String>> rows = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>();
        for (ObjectNode referral : referrals) {
            Map<String, String> cells = new LinkedHashMap<>();
            cells.put("idempotencyKey", keys.get());
            put(referral, "", cells);
            rows.add(cells);
            names.addAll(cells.keySet());
        }
        return String.join(",", names)
                + "\r\n"
                + rows.stream().map(cells -> row(names, cells)).collect(Collectors.joining("\r\n"));
    }

    private static String row(Set<String> names, Map<String, String> cells) {
        return names.stream().map(name -> quoted(cells.getOrDefault(name, ""))).collect(Collectors.joining(","));
    }

    private static String quoted(String text) {
        return text.matches("[^\",\r\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    private static void put(JsonNode value, String name, Map<String, String> cells) {
        switch (value) {
            case ObjectNode object ->
                object.properties()
                        .forEach(member -> put(
                                member.getValue(),
                                name.isEmpty() ? member.getKey() : name + "." + member.getKey(),
                                cells));
            case ArrayNode list
            when SEPARATED.contains(name.substring(name.lastIndexOf('.') + 1)) ->
                cells.put(name, list.valueStream().map(JsonNode::asString).collect(Collectors.joining(";")));
            case ArrayNode list -> {
                for (int index = 0; index < list.size(); index++) {
                    put(list.get(index), name + "." + (index + 1), cells);
                }
            }
            case JsonNode nothing when nothing.isNull() -> {}
            default -> cells.put(name, value.asString());
        }
    }
}
