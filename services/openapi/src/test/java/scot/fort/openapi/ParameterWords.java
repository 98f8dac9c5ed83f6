package scot.fort.openapi;

import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What people say about parameters; the service's own words come before those that all have in common. */
record ParameterWords(Map<String, JsonNode> own, Map<String, JsonNode> common) {

    void addTo(ObjectNode parameter) {
        String name = parameter.path("name").asString("");
        JsonNode words = own.getOrDefault(name, common.get(name));
        if (words != null) {
            Words.add(words, parameter);
        }
    }
}
