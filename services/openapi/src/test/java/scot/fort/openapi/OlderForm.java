package scot.fort.openapi;

import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A description in the form of OpenAPI 3.0: the comparison knows the schemas of that one and sees no types in those of
 * 3.1. Keywords that 3.0 does not have are left out, so a change of what only they say goes unseen.
 */
final class OlderForm {

    private static final Set<String> NEWER = Set.of(
            "if",
            "then",
            "else",
            "dependentRequired",
            "dependentSchemas",
            "unevaluatedProperties",
            "unevaluatedItems",
            "prefixItems",
            "contains",
            "minContains",
            "maxContains",
            "patternProperties",
            "propertyNames",
            "examples");

    private OlderForm() {}

    static ObjectNode of(JsonNode description) {
        ObjectNode older = ((ObjectNode) description.deepCopy()).put("openapi", "3.0.4");
        older.path("components").path("schemas").forEach(OlderForm::schema);
        return older;
    }

    private static void schema(JsonNode node) {
        if (node instanceof ObjectNode schema) {
            schema.remove(NEWER);
            constants(schema);
            types(schema);
            schema.path("properties").forEach(OlderForm::schema);
            for (String keyword : Set.of("allOf", "anyOf", "oneOf")) {
                schema.path(keyword).forEach(OlderForm::schema);
            }
            for (String keyword : Set.of("items", "additionalProperties", "not")) {
                schema(schema.path(keyword));
            }
        }
    }

    private static void constants(ObjectNode schema) {
        JsonNode constant = schema.remove("const");
        if (constant != null) {
            schema.putArray("enum").add(constant);
        }
    }

    /** There is one type, or none is said; an array says what is in it. */
    private static void types(ObjectNode schema) {
        if (schema.get("type") instanceof ArrayNode types) {
            List<String> named = types.valueStream()
                    .map(JsonNode::stringValue)
                    .filter(type -> !type.equals("null"))
                    .toList();
            schema.remove("type");
            if (named.size() == 1) {
                schema.put("type", named.getFirst()).put("nullable", true);
            }
        }
        if (schema.path("type").asString("").equals("array") && !schema.has("items")) {
            schema.putObject("items");
        }
    }
}
