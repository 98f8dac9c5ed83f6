package scot.fort.openapi;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import scot.fort.openapi.Words.ExampleWords;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Puts examples where OpenAPI has them: values at the parameters, the request body and the answer, which belong together
 * by having one name.
 */
final class ExampleWriter {

    /** At an answer without content: the names of the calls that are answered so. */
    static final String WITHOUT_CONTENT = "x-examples";

    private final ObjectNode operation;

    ExampleWriter(ObjectNode operation) {
        this.operation = operation;
    }

    void write(Map<String, ExampleWords> examples) {
        examples.forEach((name, example) -> {
            example.parameters().forEach((parameter, value) -> at(parameter(parameter), name, null, value));
            JsonNode request = example.request();
            if (request != null) {
                at(content(operation.withObject("requestBody"), example.media()), name, example.summary(), request);
            }
            answer(name, example);
        });
    }

    private void answer(String name, ExampleWords example) {
        if (!(operation.withObject("responses").get(example.status()) instanceof ObjectNode response)) {
            throw new AssertionError("Example " + name + " of " + operation.get("operationId") + " has the answer "
                    + example.status() + ", which the operation does not have");
        }
        if (example.answer() == null) {
            response.withArray(WITHOUT_CONTENT).add(name);
        } else {
            at(content(response, null), name, example.summary(), example.answer());
        }
    }

    private static ObjectNode content(ObjectNode holder, @Nullable String media) {
        ObjectNode content = holder.withObject("content");
        return content.withObject(
                media == null ? content.propertyNames().iterator().next() : media);
    }

    private ObjectNode parameter(String name) {
        return operation
                .withArray("parameters")
                .valueStream()
                .filter(parameter -> parameter.path("name").asString("").equals(name))
                .map(ObjectNode.class::cast)
                .findFirst()
                .orElseThrow(() -> new AssertionError(operation.get("operationId") + " has no parameter " + name));
    }

    private static void at(ObjectNode place, String name, @Nullable String summary, JsonNode value) {
        ObjectNode example = place.withObject("examples").putObject(name);
        if (summary != null) {
            example.put("summary", summary);
        }
        example.set("value", value);
    }
}
