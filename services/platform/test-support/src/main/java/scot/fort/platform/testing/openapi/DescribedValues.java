package scot.fort.platform.testing.openapi;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Holds values against the schemas of a description. */
final class DescribedValues {

    private static final String NDJSON = "application/x-ndjson";
    private static final JsonMapper JSON = new JsonMapper();

    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));
    private final JsonNode document;

    DescribedValues(JsonNode document) {
        this.document = document;
    }

    /** What a reference within the document stands for; anything else for itself. */
    JsonNode resolved(JsonNode node) {
        JsonNode reference = node.path("$ref");
        return reference.isString() ? document.at(reference.stringValue().substring(1)) : node;
    }

    /** The faults of a body: each line of NDJSON is a value; what is no JSON is not looked into. */
    List<String> faults(JsonNode schema, String media, String body) {
        if (media.equals(NDJSON)) {
            return body.lines()
                    .flatMap(line -> faults(schema, JSON.readTree(line)))
                    .toList();
        }
        return media.endsWith("json") ? faults(schema, JSON.readTree(body)).toList() : List.of();
    }

    Stream<String> faults(JsonNode schema, JsonNode value) {
        ObjectNode whole = JSON.createObjectNode();
        whole.set("components", document.path("components"));
        whole.set("allOf", whole.arrayNode().add(schema));
        return registry.getSchema(whole).validate(value).stream().map(Error::toString);
    }
}
