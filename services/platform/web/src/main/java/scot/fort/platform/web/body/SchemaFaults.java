package scot.fort.platform.web.body;

import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import scot.fort.platform.web.problem.FieldFault;
import tools.jackson.databind.JsonNode;

/** Says in the contract's words what a schema validator found; the only values it repeats are the schema's own. */
final class SchemaFaults {

    private SchemaFaults() {}

    static FieldFault of(Error error) {
        var pointer = pointer(error.getInstanceLocation());
        var limit = limit(error.getSchemaNode());
        return switch (error.getKeyword()) {
            case "required", "dependentRequired" ->
                FaultCode.REQUIRED.at(member(pointer, error), "This member is required.");
            case "additionalProperties", "unevaluatedProperties" ->
                FaultCode.UNKNOWN_FIELD.at(member(pointer, error), "This member is not known.");
            case "enum", "const" -> FaultCode.UNKNOWN_CODE.at(pointer, "Must be one of: " + limit + ".");
            case "type" -> FaultCode.WRONG_TYPE.at(pointer, "Must be of type " + limit + ".");
            case "maxLength" -> FaultCode.TOO_LONG.at(pointer, "May have at most " + limit + " characters.");
            case "minLength" -> FaultCode.TOO_SHORT.at(pointer, "Must have at least " + limit + " characters.");
            case "maxItems", "maxProperties", "maxContains" ->
                FaultCode.TOO_MANY.at(pointer, "May have at most " + limit + " entries.");
            case "minItems", "minProperties", "minContains" ->
                FaultCode.TOO_FEW.at(pointer, "Must have at least " + limit + " entries.");
            case "contains" -> FaultCode.TOO_FEW.at(pointer, "Lacks an entry that is required.");
            case "uniqueItems" -> FaultCode.DUPLICATE.at(pointer, "Has the same entry twice.");
            case "maximum", "exclusiveMaximum", "minimum", "exclusiveMinimum", "multipleOf" ->
                FaultCode.OUT_OF_RANGE.at(pointer, "Is outside of its range, bounded by " + limit + ".");
            default -> FaultCode.BAD_FORMAT.at(pointer, "Does not have the form that is asked for.");
        };
    }

    static String pointer(NodePath location) {
        var pointer = "";
        for (int index = 0; index < location.getNameCount(); index++) {
            pointer = FieldFault.member(
                    pointer, Objects.requireNonNull(location.getElement(index)).toString());
        }
        return pointer;
    }

    private static String member(String parent, Error error) {
        var name = error.getProperty();
        return name == null ? parent : FieldFault.member(parent, name);
    }

    private static String limit(@Nullable JsonNode schema) {
        if (schema == null) {
            return "what the schema names";
        }
        return schema.isArray()
                ? schema.valueStream().map(JsonNode::asString).collect(Collectors.joining(", "))
                : schema.asString();
    }
}
