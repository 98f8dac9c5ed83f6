package scot.fort.openapi;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Says once, among the components, what many operations would say alike: refusals of which there is no example. */
final class SharedProblems {

    /** At a refusal: the codes that it may have. */
    static final String CODES = "x-codes";

    private final Map<String, JsonNode> shared = new TreeMap<>();

    private SharedProblems() {}

    static void of(ObjectNode description) {
        SharedProblems problems = new SharedProblems();
        description
                .get("paths")
                .forEach(item -> item.forEach(operation -> operation
                        .withObject("responses")
                        .properties()
                        .forEach(response -> response.setValue(problems.shared(response.getValue())))));
        ObjectNode responses = description.withObject("components").putObject("responses");
        problems.shared.forEach(responses::set);
    }

    private JsonNode shared(JsonNode response) {
        if (!response.has(CODES)
                || response.at("/content/application~1problem+json").has("examples")) {
            return response;
        }
        String name =
                response.get(CODES).valueStream().map(JsonNode::stringValue).collect(Collectors.joining("."));
        shared.put(name, response);
        return ((ObjectNode) response).objectNode().put("$ref", "#/components/responses/" + name);
    }
}
