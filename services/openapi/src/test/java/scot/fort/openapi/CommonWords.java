package scot.fort.openapi;

import java.util.Map;
import scot.fort.openapi.Words.OperationWords;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What all services' interfaces have in common, from {@code words/common.yaml}.
 *
 * @param version of the interfaces
 * @param description of the habits that every service has
 * @param parameters that the platform reads, by name
 * @param operations of the platform's own controllers
 * @param components as they are
 * @param schemas more about members of the platform's answers
 */
record CommonWords(
        String version,
        String description,
        Map<String, JsonNode> parameters,
        Map<String, OperationWords> operations,
        ObjectNode components,
        Map<String, Map<String, JsonNode>> schemas) {

    static CommonWords read() {
        return Words.read("words/common.yaml", CommonWords.class);
    }
}
